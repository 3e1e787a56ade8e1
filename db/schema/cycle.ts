import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { agendaItems, bodies, countries, meetings } from './bodies';
import { users } from './people';

/** An ASEAN Resource Centre of a member. */
export const resourceCentres = sqliteTable(
  'resource_centres',
  {
    id: text().primaryKey(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    name: text().notNull(),
    nameThai: text().notNull().default(''),
    host: text().notNull().default(''),
    focalPoint: text().notNull().default(''),
    contact: text().notNull().default(''),
    since: text().notNull(),
    closedAt: text(),
  },
  (table) => [index('centres_of_body').on(table.bodyId)],
);

/** A centre's theme, dated: it changes. Days, `to` exclusive or null. */
export const centreThemes = sqliteTable(
  'centre_themes',
  {
    id: text().primaryKey(),
    centreId: text()
      .notNull()
      .references(() => resourceCentres.id),
    theme: text().notNull(),
    themeThai: text().notNull().default(''),
    from: text('from_on').notNull(),
    to: text('to_on'),
  },
  (table) => [index('themes_of_centre').on(table.centreId)],
);

export const centreProgrammes = sqliteTable(
  'centre_programmes',
  {
    id: text().primaryKey(),
    centreId: text()
      .notNull()
      .references(() => resourceCentres.id),
    title: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text().notNull(),
    place: text().notNull().default(''),
    /** Null where it is not known yet. */
    participants: integer(),
    /** JSON lists: ISO codes of those who took part, ids of the activities it serves. */
    countries: text().notNull().default('[]'),
    activityIds: text().notNull().default('[]'),
    note: text().notNull().default(''),
    rev: integer().notNull().default(0),
    removedAt: text(),
  },
  (table) => [index('programmes_of_centre').on(table.centreId)],
);

export const centreReports = sqliteTable(
  'centre_reports',
  {
    id: text().primaryKey(),
    centreId: text()
      .notNull()
      .references(() => resourceCentres.id),
    year: integer().notNull(),
    words: text().notNull(),
    state: text({ enum: ['drafted', 'submitted'] }).notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    submittedAt: text(),
  },
  (table) => [uniqueIndex('reports_of_centre').on(table.centreId, table.year)],
);

/** The running order of a meeting: what happens when, in the time of its place. */
export const meetingSessions = sqliteTable(
  'meeting_sessions',
  {
    id: text().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    day: text().notNull(),
    /** HH:MM */
    startsAt: text().notNull(),
    endsAt: text().notNull(),
    title: text().notNull(),
    titleThai: text().notNull().default(''),
    agendaItemId: text().references(() => agendaItems.id),
  },
  (table) => [index('sessions_of_meeting').on(table.meetingId)],
);

/** What a meeting decided besides adopting texts, with the roster of that instant. Never changed. */
export const meetingDecisions = sqliteTable(
  'meeting_decisions',
  {
    id: text().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    agendaItemId: text().references(() => agendaItems.id),
    /** n of the meeting's decisions, in their order. */
    number: integer().notNull(),
    verb: text({
      enum: [
        'tookNote',
        'notedWithAppreciation',
        'welcomed',
        'discussed',
        'supported',
        'agreedInPrinciple',
        'agreed',
        'tasked',
        'endorsed',
        'approved',
        'adopted',
      ],
    }).notNull(),
    wording: text().notNull(),
    wordingThai: text().notNull().default(''),
    /**
     * The document it is about; and the decision it points back to: the one in `decisions` or `tier_decisions` that it
     * reports, or an earlier one of this table that it puts right.
     */
    documentId: text(),
    ofDecisionId: text(),
    /** JSON of `RosterLine[]`, and of `PresentDelegation[]`. */
    roster: text().notNull(),
    present: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [uniqueIndex('meeting_decisions_by_number').on(table.meetingId, table.number)],
);

/** Who shall do what by when. */
export const actionItems = sqliteTable(
  'action_items',
  {
    id: text().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    decisionId: text().references(() => meetingDecisions.id),
    wording: text().notNull(),
    wordingThai: text().notNull().default(''),
    /** JSON list of ISO codes; "" stands for the secretariat. */
    who: text().notNull(),
    dueOn: text(),
    state: text({ enum: ['open', 'done', 'dropped'] }).notNull(),
    rev: integer().notNull().default(0),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: text().notNull(),
  },
  (table) => [index('action_items_of_meeting').on(table.meetingId)],
);

/** What was reported on an action item, meeting by meeting. Append-only. */
export const actionReports = sqliteTable(
  'action_reports',
  {
    id: text().primaryKey(),
    actionId: text()
      .notNull()
      .references(() => actionItems.id),
    meetingId: text().references(() => meetings.id),
    state: text({ enum: ['open', 'done', 'dropped'] }).notNull(),
    words: text().notNull(),
    country: text(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('reports_of_action').on(table.actionId)],
);

/** The document that a meeting's report is, by language. */
export const meetingReports = sqliteTable(
  'meeting_reports',
  {
    id: text().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    documentId: text().notNull(),
    language: text().notNull(),
    at: text().notNull(),
  },
  (table) => [uniqueIndex('reports_of_meeting').on(table.meetingId, table.language)],
);
