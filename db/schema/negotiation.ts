import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { countries } from './bodies';
import { documents } from './documents';
import { users } from './people';

/**
 * A delegation's change to a clause. While it is a draft its words live in a room of their own, whose log has the
 * proposal's id as `documentId`; they are the delegation's alone. Tabling writes them down here, for ever (NP5).
 */
export const proposals = sqliteTable(
  'proposals',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    kind: text({ enum: ['replace', 'insert', 'delete', 'move', 'merge', 'comment'] }).notNull(),
    /** The clause it is about; of an insertion the clause it comes after, null at the beginning of the text. */
    clauseId: text(),
    /** Of a move the clause it shall come after (null: the beginning), of a merger the clause that is joined to it. */
    otherClauseId: text(),
    class: text({ enum: ['editorial', 'substantive', 'technical', 'translation'] }).notNull(),
    rationale: text().notNull().default(''),
    state: text({
      enum: [
        'draft',
        'tabled',
        'accepted',
        'acceptedModified',
        'merged',
        'bracketed',
        'notRetained',
        'referred',
        'carriedOver',
        'withdrawn',
        'superseded',
      ],
    }).notNull(),
    /** n of "Proposal n" in its document, given when it is tabled. */
    number: integer(),
    /** Position of the log at which it was begun; the clause as it stood there, as JSON of a text of its own, and its hash. */
    basePosition: integer().notNull(),
    baseText: text().notNull(),
    baseHash: text().notNull(),
    /** The proposed words, as JSON of a text of its own, and their hash; null in a draft and where there are no words. */
    text: text(),
    hash: text(),
    /** The tabled proposal of the same delegation that this one replaces. */
    replacesId: text(),
    enteredBy: text()
      .notNull()
      .references(() => users.id),
    /** Entered by the secretariat for the delegation, which has yet to confirm it. */
    onBehalf: integer({ mode: 'boolean' }).notNull().default(false),
    confirmedAt: text(),
    confirmedBy: text().references(() => users.id),
    createdAt: text().notNull(),
    tabledAt: text(),
    tabledBy: text().references(() => users.id),
    /** When it left "tabled" (or the draft was given up). */
    closedAt: text(),
  },
  (table) => [
    index('proposals_of_clause').on(table.documentId, table.clauseId),
    index('proposals_of_delegation').on(table.documentId, table.country),
    uniqueIndex('proposals_by_number').on(table.documentId, table.number),
  ],
);

/** Delegations that stand behind a tabled proposal of another. */
export const proposalBackings = sqliteTable(
  'proposal_backings',
  {
    id: text().primaryKey(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    kind: text({ enum: ['cosponsor', 'support'] }).notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    withdrawnAt: text(),
  },
  (table) => [index('backings_of_proposal').on(table.proposalId)],
);

/** A delegation's word that a proposal is not of the class it claims. Settled by the chair, once. */
export const classChallenges = sqliteTable(
  'class_challenges',
  {
    id: text().primaryKey(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    reason: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    settledAt: text(),
    settledBy: text().references(() => users.id),
    /** The class it has from then on. */
    settledClass: text({ enum: ['editorial', 'substantive', 'technical', 'translation'] }),
  },
  (table) => [index('challenges_of_proposal').on(table.proposalId)],
);

/** What became, or by the chair's suggestion shall become, of a proposal. Append-only; the newest carried out stands. */
export const dispositions = sqliteTable(
  'dispositions',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    kind: text({
      enum: ['accepted', 'acceptedModified', 'merged', 'bracketed', 'notRetained', 'referred', 'carriedOver'],
    }).notNull(),
    /** Several proposals dealt with by one act of the chair share it. */
    actId: text().notNull(),
    reason: text().notNull().default(''),
    /** The words that go into the text, as JSON of a text of its own, where they are not the proposal's. */
    text: text(),
    /** Shown first and not carried out yet. */
    isSuggestion: integer({ mode: 'boolean' }).notNull(),
    /** Position of the log of the text before and after; null for a suggestion, equal where no word changed. */
    positionBefore: integer(),
    positionAfter: integer(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [
    index('dispositions_of_proposal').on(table.proposalId),
    index('dispositions_of_document').on(table.documentId),
  ],
);

/** What delegations say to a suggested disposition. Append-only; a delegation's newest stands. */
export const dispositionAnswers = sqliteTable(
  'disposition_answers',
  {
    id: text().primaryKey(),
    actId: text().notNull(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    country: text()
      .notNull()
      .references(() => countries.code),
    answer: text({ enum: ['agree', 'cannotAgree'] }).notNull(),
    note: text().notNull().default(''),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('answers_of_act').on(table.actId)],
);

/** Where a delegation stands on a clause, or on the whole text (`clauseId` null). Append-only; its newest stands. */
export const positions = sqliteTable(
  'positions',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    clauseId: text(),
    country: text()
      .notNull()
      .references(() => countries.code),
    stance: text({
      enum: ['none', 'canAccept', 'canAcceptAdRef', 'proposes', 'reserves', 'objects', 'notParticipating'],
    }).notNull(),
    note: text().notNull().default(''),
    /** Hash of the words it was taken on. */
    hash: text().notNull(),
    /** Who sees it: the delegation, also the chair and the secretariat, or everybody. */
    ring: text({ enum: ['delegation', 'chair', 'tabled'] }).notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('positions_on_clause').on(table.documentId, table.clauseId, table.country)],
);

/** What the chair found of a clause. Append-only; the newest stands while the words are those of `hash`. */
export const clauseActs = sqliteTable(
  'clause_acts',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    clauseId: text().notNull(),
    act: text({
      enum: [
        'agreed',
        'agreedAdRef',
        'noObjectionHeard',
        'referred',
        'parked',
        'reopened',
        'deletionAgreed',
        'merged',
        'split',
      ],
    }).notNull(),
    hash: text().notNull(),
    reading: integer(),
    reason: text().notNull().default(''),
    /** JSON: delegations present, capitals pending, the clause merged into … */
    data: text().notNull().default('{}'),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('clause_acts_on_clause').on(table.documentId, table.clauseId)],
);

/** First, second, third reading of a text: passes through it, clause by clause. */
export const negotiationReadings = sqliteTable(
  'negotiation_readings',
  {
    documentId: text()
      .notNull()
      .references(() => documents.id),
    number: integer().notNull(),
    openedBy: text()
      .notNull()
      .references(() => users.id),
    openedAt: text().notNull(),
    closedAt: text(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.number] })],
);

/** An editorial change: positions and clearances taken on the words before it stand, unless it was challenged. */
export const editorialChanges = sqliteTable(
  'editorial_changes',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    clauseId: text().notNull(),
    /** Hashes of the clause, and of the whole text, before and after. */
    fromHash: text().notNull(),
    toHash: text().notNull(),
    fromTextHash: text().notNull(),
    toTextHash: text().notNull(),
    proposalId: text(),
    at: text().notNull(),
    challengedAt: text(),
    challengedCountry: text(),
  },
  (table) => [index('editorial_changes_of_clause').on(table.documentId, table.clauseId)],
);

/** What was said and found about one bracket of a text (its id is in the text's mark). Append-only. */
export const bracketActs = sqliteTable(
  'bracket_acts',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    bracketId: text().notNull(),
    act: text({
      enum: ['opened', 'ownerAdded', 'consented', 'consentWithdrawn', 'found', 'lifted'],
    }).notNull(),
    /** The alternative consented to or kept; null for none of them. */
    alternative: integer(),
    country: text().references(() => countries.code),
    /** Why the chair found so; of a consent, the hash of the words that it was given for (`wordingHash`). */
    reason: text().notNull().default(''),
    by: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
  },
  (table) => [index('bracket_acts_on_bracket').on(table.documentId, table.bracketId)],
);

/** Adoption in the room takes two: what the chair has found waits here for the secretariat's hand. */
export const adoptionFindings = sqliteTable(
  'adoption_findings',
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    position: integer().notNull(),
    hash: text().notNull(),
    verb: text().notNull(),
    wording: text().notNull(),
    meetingId: text().notNull(),
    agendaItemId: text().notNull(),
    stateSeq: integer().notNull(),
    foundBy: text()
      .notNull()
      .references(() => users.id),
    at: text().notNull(),
    confirmedBy: text().references(() => users.id),
    confirmedAt: text(),
    withdrawnAt: text(),
  },
  (table) => [index('adoption_findings_of_document').on(table.documentId)],
);
