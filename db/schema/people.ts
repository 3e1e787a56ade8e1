import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** All times in the database are ISO-8601 UTC with milliseconds, from the injected clock, unless a comment says otherwise. */
export const users = sqliteTable('users', {
  id: text().primaryKey(),
  /** Normalised (lower case, NFC, trimmed); one account per address. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id in PHC form; null for people who sign in only by OpenID Connect or demo card. */
  passwordHash: text(),
  locale: text({ enum: ['en', 'th'] })
    .notNull()
    .default('en'),
  theme: text({ enum: ['system', 'light', 'dark'] })
    .notNull()
    .default('system'),
  status: text({ enum: ['active', 'suspended'] })
    .notNull()
    .default('active'),
  /** A person of the demo, signed in by one click. Exists only in databases the demo command made. */
  isDemo: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: text().notNull(),
});

/** `issuer` + `subject` of an OpenID Connect provider, bound to a person. */
export const identities = sqliteTable('identities', {
  key: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => users.id),
  createdAt: text().notNull(),
});

export const userSessions = sqliteTable(
  'user_sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    via: text({ enum: ['password', 'oidc', 'demo', 'setup'] }).notNull(),
    createdAt: text().notNull(),
    lastSeenAt: text().notNull(),
    expiresAt: text().notNull(),
    revokedAt: text(),
    userAgent: text().notNull().default(''),
    address: text().notNull().default(''),
  },
  (table) => [index('user_sessions_by_user').on(table.userId)],
);

/** Bearer tokens for programs. Only the SHA-256 of the token is kept. */
export const apiTokens = sqliteTable('api_tokens', {
  id: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => users.id),
  name: text().notNull(),
  hash: text().notNull().unique(),
  createdAt: text().notNull(),
  expiresAt: text(),
  revokedAt: text(),
  lastUsedAt: text(),
});

/** One-time links: set-up of the first administrator, invitations, password resets. Only the hash is kept. */
export const oneTimeLinks = sqliteTable('one_time_links', {
  hash: text().primaryKey(),
  purpose: text({ enum: ['setup', 'invitation', 'reset'] }).notNull(),
  userId: text().references(() => users.id),
  createdAt: text().notNull(),
  expiresAt: text().notNull(),
  usedAt: text(),
});

/** Failed sign-ins, counted per account and per address (`key` is a hash of either). Pruned after a day. */
export const signInFailures = sqliteTable(
  'sign_in_failures',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    key: text().notNull(),
    at: text().notNull(),
  },
  (table) => [index('sign_in_failures_by_key').on(table.key, table.at)],
);
