import { hash, verify } from '@node-rs/argon2';

/** argon2id, 64 MiB, three passes: about a tenth of a second of one core per guess, off the main thread. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** At most this many at once, so that a storm of sign-ins takes neither the memory nor the cores from the rooms. */
const AT_ONCE = 2;

/** What an unknown account is checked against, so that the answer takes as long as for a known one. */
let decoy: Promise<string> | null = null;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place passes on to whoever waits longest; it is given back only when nobody does.
    if (next === undefined) running -= 1;
    else next();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), COST));
}

/** Whether `password` belongs to `passwordHash`; null (no such account, or none with a password) costs the same time. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const against = passwordHash ?? (await decoy);
  const fits = await inTurn(() => verify(against, password.normalize('NFC')));
  return passwordHash !== null && fits;
}
