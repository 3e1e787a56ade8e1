import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { bodies, countries } from './bodies';
import { documents, versions } from './documents';
import { users } from './people';

/** A work plan: its text is a document, its matrix is the rows below. */
export const plans = sqliteTable('plans', {
  id: text().primaryKey(),
  bodyId: text()
    .notNull()
    .references(() => bodies.id),
  /** The negotiated text the matrix belongs to; null while there is none. */
  documentId: text().references(() => documents.id),
  title: text().notNull(),
  titleThai: text().notNull().default(''),
  fromYear: integer().notNull(),
  toYear: integer().notNull(),
  /** The plan before it, with which it is compared. */
  predecessorId: text(),
  state: text({ enum: ['drafted', 'inForce', 'closed'] }).notNull(),
  /** Counts every change of the matrix: what a screen shows is as old as this number. */
  seq: integer().notNull().default(0),
  createdBy: text()
    .notNull()
    .references(() => users.id),
  createdAt: text().notNull(),
});

/** Priority areas, outcomes and outputs: the levels above activities. */
export const planResults = sqliteTable(
  'plan_results',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    level: text({ enum: ['area', 'outcome', 'output'] }).notNull(),
    /** The result above it; null for areas. */
    parentId: text(),
    position: integer().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    titleThai: text().notNull().default(''),
    removedAt: text(),
  },
  (table) => [index('plan_results_of_plan').on(table.planId)],
);

export const activities = sqliteTable(
  'activities',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    /** The output (or outcome, or area) it serves. */
    resultId: text()
      .notNull()
      .references(() => planResults.id),
    position: integer().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    /** JSON lists of ISO codes. */
    leads: text().notNull().default('[]'),
    coLeads: text().notNull().default('[]'),
    partners: text().notNull().default(''),
    /** Months, YYYY-MM, or null. */
    plannedFrom: text(),
    plannedTo: text(),
    revisedFrom: text(),
    revisedTo: text(),
    /** In whole units of the currency; null where unknown. */
    budget: real(),
    currency: text().notNull().default('USD'),
    budgetSource: text().notNull().default(''),
    status: text({
      enum: ['planned', 'ongoing', 'completed', 'delayed', 'postponed', 'cancelled', 'carriedOver'],
    }).notNull(),
    statusReason: text().notNull().default(''),
    /** The clause of the adopted version it stems from. */
    clauseId: text(),
    versionId: text().references(() => versions.id),
    /** The activity of the plan before that it carries on. */
    carriedFromId: text(),
    /** Counts its changes: an edit names the one it was made on. */
    rev: integer().notNull().default(0),
    removedAt: text(),
    changedBy: text()
      .notNull()
      .references(() => users.id),
    changedAt: text().notNull(),
  },
  (table) => [index('activities_of_plan').on(table.planId), index('activities_of_clause').on(table.clauseId)],
);

/** Every change of a cell of the matrix. Append-only. */
export const activityChanges = sqliteTable(
  'activity_changes',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    activityId: text()
      .notNull()
      .references(() => activities.id),
    /** The plan's `seq` that the change made. */
    seq: integer().notNull(),
    field: text().notNull(),
    before: text().notNull(),
    after: text().notNull(),
    country: text(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [
    index('activity_changes_of_plan').on(table.planId, table.seq),
    index('activity_changes_of_activity').on(table.activityId),
  ],
);

export const indicators = sqliteTable(
  'indicators',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    /** What it measures: a result or an activity; exactly one is set. */
    resultId: text().references(() => planResults.id),
    activityId: text().references(() => activities.id),
    position: integer().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    definition: text().notNull().default(''),
    unit: text().notNull().default(''),
    type: text({ enum: ['number', 'percent', 'yesNo', 'scale', 'text'] }).notNull(),
    /** Of a scale its steps, JSON list of labels from lowest to highest. */
    scale: text().notNull().default('[]'),
    direction: text({ enum: ['up', 'down'] }).notNull(),
    cumulative: integer({ mode: 'boolean' }).notNull(),
    /** Null is "unknown". */
    baseline: real(),
    baselineYear: integer(),
    meansOfVerification: text().notNull().default(''),
    source: text().notNull().default(''),
    responsible: text().notNull().default(''),
    frequency: text({ enum: ['quarterly', 'halfYearly', 'yearly', 'once'] }).notNull(),
    disaggregation: text().notNull().default(''),
    /** How the region's figure comes of those of the countries. */
    aggregation: text({ enum: ['sum', 'mean', 'shareMeeting', 'none'] }).notNull(),
    rev: integer().notNull().default(0),
    retiredAt: text(),
  },
  (table) => [index('indicators_of_plan').on(table.planId)],
);

/** What is aimed at by the end of a period ("2022", "2022-H1", "2022-Q3"), for the region or (with a country) for one member. */
export const indicatorTargets = sqliteTable(
  'indicator_targets',
  {
    id: text().primaryKey(),
    indicatorId: text()
      .notNull()
      .references(() => indicators.id),
    period: text().notNull(),
    country: text().references(() => countries.code),
    value: real().notNull(),
  },
  (table) => [uniqueIndex('targets_of_indicator').on(table.indicatorId, table.period, table.country)],
);

/** A collection round: one period, one window. */
export const rounds = sqliteTable(
  'collection_rounds',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    /** The adopted concept note that says how data are collected. */
    conceptNoteId: text().references(() => documents.id),
    period: text().notNull(),
    title: text().notNull(),
    opensAt: text().notNull(),
    closesAt: text().notNull(),
    lockedAt: text(),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: text().notNull(),
  },
  (table) => [index('rounds_of_plan').on(table.planId)],
);

export const returns = sqliteTable(
  'returns',
  {
    id: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    state: text({
      enum: ['notStarted', 'inProgress', 'submitted', 'clarification', 'accepted', 'locked'],
    }).notNull(),
    rev: integer().notNull().default(0),
    submittedAt: text(),
    submittedBy: text().references(() => users.id),
    acceptedAt: text(),
    acceptedBy: text().references(() => users.id),
  },
  (table) => [uniqueIndex('returns_by_country').on(table.roundId, table.country)],
);

/** A country's figure for one indicator. Append-only; the newest stands, the older ones are its history. */
export const returnValues = sqliteTable(
  'return_values',
  {
    id: text().primaryKey(),
    returnId: text()
      .notNull()
      .references(() => returns.id),
    indicatorId: text()
      .notNull()
      .references(() => indicators.id),
    /** Zero is a value; not available and not applicable are none. `notReported` takes back what was reported before. */
    kind: text({ enum: ['value', 'notAvailable', 'notApplicable', 'notReported'] }).notNull(),
    value: real(),
    words: text().notNull().default(''),
    note: text().notNull().default(''),
    evidence: text().notNull().default(''),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('values_of_return').on(table.returnId, table.indicatorId)],
);

/** The steps of a return. Append-only. */
export const returnEvents = sqliteTable(
  'return_events',
  {
    id: text().primaryKey(),
    returnId: text()
      .notNull()
      .references(() => returns.id),
    act: text({
      enum: [
        'started',
        'submitted',
        'clarificationAsked',
        'answered',
        'accepted',
        'locked',
        'reopened',
        'reminded',
      ],
    }).notNull(),
    reason: text().notNull().default(''),
    by: text().references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('events_of_return').on(table.returnId)],
);

/** A light that people set by hand for what cannot be computed, with the reason. Append-only. */
export const manualLights = sqliteTable(
  'manual_lights',
  {
    id: text().primaryKey(),
    indicatorId: text()
      .notNull()
      .references(() => indicators.id),
    period: text().notNull(),
    light: text({ enum: ['onTrack', 'behind', 'offTrack'] }).notNull(),
    reason: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('lights_of_indicator').on(table.indicatorId)],
);

/** How a body shows its monitoring. A body without a row has the defaults of domain/monitoring. */
export const monitoringRules = sqliteTable('monitoring_rules', {
  bodyId: text()
    .primaryKey()
    .references(() => bodies.id),
  /** From these shares of the target on: green, amber. */
  onTrackFrom: real().notNull(),
  behindFrom: real().notNull(),
  /** Whether countries are compared by name. */
  namesCountries: integer({ mode: 'boolean' }).notNull(),
});

/** An Excel file that somebody brought and has not yet decided on: read, checked, nothing written. */
export const pendingSheets = sqliteTable(
  'pending_sheets',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** What it is for: "activities:<planId>", "indicators:<planId>", "return:<returnId>". */
    target: text().notNull(),
    fileName: text().notNull(),
    /** JSON: the rows as read, with the addresses of their cells and what is wrong with them. */
    findings: text().notNull(),
    at: text().notNull(),
    expiresAt: text().notNull(),
  },
  (table) => [uniqueIndex('pending_sheets_of_person').on(table.userId, table.target)],
);

/** The matrix of a plan as it stood: what was adopted with the text, or kept by name. Never changed. */
export const planSnapshots = sqliteTable(
  'plan_snapshots',
  {
    planId: text()
      .notNull()
      .references(() => plans.id),
    /** 1, 2, 3 … */
    number: integer().notNull(),
    name: text().notNull(),
    /** Canonical JSON of the matrix, and its hash. */
    matrix: text().notNull(),
    hash: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.number] })],
);
