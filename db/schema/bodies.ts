import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { users } from './people';

export const countries = sqliteTable('countries', {
  /** ISO 3166-1 alpha-2, upper case. */
  code: text().primaryKey(),
  /** Fixed ASEAN short form: "Lao PDR", "Viet Nam". */
  shortName: text().notNull(),
  /** "the Kingdom of Thailand". */
  formalName: text().notNull(),
  localName: text().notNull(),
  thaiName: text().notNull(),
  /** English alphabetical order for seating, tables and signatures. */
  sortKey: integer().notNull(),
  /** `#rrggbb` for carets and attribution, legible on white. */
  color: text().notNull(),
});

export const bodies = sqliteTable('bodies', {
  id: text().primaryKey(),
  acronym: text().notNull().unique(),
  name: text().notNull(),
  nameThai: text().notNull().default(''),
  /** e.g. "ACCSM/{meeting}/{kind}.{number}". */
  symbolTemplate: text().notNull(),
  createdAt: text().notNull(),
});

export const memberships = sqliteTable(
  'memberships',
  {
    id: text().primaryKey(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    standing: text({ enum: ['member', 'observer', 'partner'] }).notNull(),
    from: text('from_at').notNull(),
    to: text('to_at'),
  },
  (table) => [index('memberships_by_body').on(table.bodyId)],
);

export const chairTerms = sqliteTable('chair_terms', {
  id: text().primaryKey(),
  bodyId: text()
    .notNull()
    .references(() => bodies.id),
  country: text()
    .notNull()
    .references(() => countries.code),
  /** The term's own name, e.g. "20th ACCSM". */
  name: text().notNull(),
  from: text('from_at').notNull(),
  to: text('to_at'),
});

export const appointments = sqliteTable(
  'appointments',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    role: text({
      enum: [
        'administrator',
        'secretariat',
        'chair',
        'headOfDelegation',
        'focalPoint',
        'delegate',
        'reviewer',
        'observer',
        'auditor',
      ],
    }).notNull(),
    bodyId: text().references(() => bodies.id),
    country: text().references(() => countries.code),
    from: text('from_at').notNull(),
    to: text('to_at'),
  },
  (table) => [index('appointments_by_user').on(table.userId)],
);

export const meetings = sqliteTable('meetings', {
  id: text().primaryKey(),
  bodyId: text()
    .notNull()
    .references(() => bodies.id),
  /** "20th ACCSM": the cycle a meeting belongs to. */
  series: text().notNull(),
  tier: text({ enum: ['preparatory', 'som', 'heads', 'workingGroup'] }).notNull(),
  title: text().notNull(),
  titleThai: text().notNull().default(''),
  place: text().notNull(),
  hostCountry: text()
    .notNull()
    .references(() => countries.code),
  /** Calendar dates, YYYY-MM-DD, at the place of the meeting. */
  startsOn: text().notNull(),
  endsOn: text().notNull(),
  status: text({ enum: ['planned', 'open', 'closed'] }).notNull(),
  createdAt: text().notNull(),
});

/** Whether unsent edits may be kept on devices, from an instant on. A meeting without a row allows it. */
export const deviceCopyRules = sqliteTable(
  'device_copy_rules',
  {
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    since: text().notNull(),
    allowed: integer({ mode: 'boolean' }).notNull(),
    setBy: text()
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.since] })],
);

export const agendaItems = sqliteTable(
  'agenda_items',
  {
    id: text().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    /** "4.2" */
    number: text().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    titleThai: text().notNull().default(''),
    leadCountry: text().references(() => countries.code),
  },
  (table) => [index('agenda_items_by_meeting').on(table.meetingId)],
);

/** Delegations at a meeting, for the roster and the seating plan. */
export const attendances = sqliteTable(
  'attendances',
  {
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    country: text()
      .notNull()
      .references(() => countries.code),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.country] })],
);
