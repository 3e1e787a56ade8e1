import path from 'node:path';

/** Everything the browser tests make while running; git ignores it. */
export const WORK = path.resolve('.e2e');
/** The seeded data directory that every server gets a copy of. */
export const SEEDED = path.join(WORK, 'seeded');
export const SERVERS = path.join(WORK, 'servers');
export const SCREENSHOTS = path.resolve('screenshots');
