import { atomic } from '../../db/atomic';
import {
  changeMail,
  claimMail,
  dropWaitingMail,
  dueMail,
  mailDomain,
  mailInState,
  type OutboxRow,
  planMail,
  setMailDomain,
} from '../../db/outbox';
import { nextDigest } from '../../domain/notices/digest';
import { nextTry } from '../../domain/notices/mail';
import { newId } from '../ids';
import { letterFor } from '../mail/letters';
import { domainOf } from '../mail-config';
import type { Delivery, MailService } from '../ports';
import type { Runtime } from '../runtime';
import { tellMailFailed } from '../use-cases/tell-mail-failed';
import { planDelegationDigests } from './delegation-digests';

const EVERY_MS = 3000;
const AT_ONCE = 50;
/** A mail that was taken up is left alone for so long: longer than any handing over takes. */
const LEASE_MS = 5 * 60_000;
/** How long a server that stops waits for the letter in hand. */
const LAST_LETTER_MS = 2000;

/**
 * What the process that serves does before the first mail: keeps whether mail is sent, gives up what waits where it no
 * longer is, and settles what the process before was handing over when it ended.
 */
export function prepareOutbox(runtime: Runtime): void {
  const { mail } = runtime.config;
  atomic(runtime.db, (tx) => {
    setMailDomain(tx, mail === null ? null : domainOf(mail));
    if (mail === null) dropWaitingMail(tx);
  });
  for (const row of mailInState(runtime.db, 'sending')) {
    settle(runtime, row, 'sending', { outcome: 'unsure', why: 'the server ended while it was handed over' });
  }
}

/**
 * NO9: hands over what is due, one after the other. First the mail is taken up (attempt counted, left alone for a
 * while); `sending` is on disk before its first byte leaves; then what became of it. So whenever the process ends, a
 * mail that is `waiting` has surely not left, and may be tried again, and one that is `sending` perhaps has, and is not.
 */
export async function sendDueMail(runtime: Runtime, mail: MailService): Promise<void> {
  for (const row of dueMail(runtime.db, runtime.clock.now(), AT_ONCE)) {
    try {
      const delivery = await handOver(runtime, mail, row);
      // No other letter would fare better with a server that is not there.
      if (delivery?.outcome === 'refused' && delivery.about === 'server') return;
    } catch (error) {
      runtime.logger.error({ err: error, mail: row.id }, 'a mail could not be handed over');
      putOff(runtime, row);
    }
  }
}

async function handOver(runtime: Runtime, mail: MailService, row: OutboxRow): Promise<Delivery | null> {
  const letter = await letterFor(runtime, row);
  if (letter === null) {
    atomic(runtime.db, (tx) =>
      changeMail(tx, row.id, 'waiting', { state: 'dropped', lastError: 'nothing to tell' }),
    );
    return null;
  }
  const taken = { ...row, attempts: row.attempts + 1 };
  const until = new Date(Date.parse(runtime.clock.now()) + LEASE_MS).toISOString();
  if (!atomic(runtime.db, (tx) => claimMail(tx, row, until))) return null;
  let state: 'waiting' | 'sending' = 'waiting';
  const delivery = await mail.send(letter, () => {
    if (!atomic(runtime.db, (tx) => changeMail(tx, row.id, 'waiting', { state: 'sending' }))) {
      throw new Error('outbox: a mail was taken from under its sender');
    }
    state = 'sending';
  });
  settle(runtime, taken, state, delivery);
  return delivery;
}

/** A mail that we stumbled over ourselves waits its turn again: one mail's failure is not another's. */
function putOff(runtime: Runtime, row: OutboxRow): void {
  const attempts = row.attempts + 1;
  const dueAt = nextTry(attempts, runtime.clock.now());
  const change = dueAt === null ? ({ state: 'failed' } as const) : { dueAt };
  atomic(runtime.db, (tx) => changeMail(tx, row.id, 'waiting', { attempts, ...change }));
}

/** Writes down what became of a mail, and what follows from it, in one transaction. */
function settle(runtime: Runtime, row: OutboxRow, state: 'waiting' | 'sending', delivery: Delivery): void {
  const at = runtime.clock.now();
  if (delivery.outcome !== 'taken') {
    runtime.logger.warn(
      { mail: row.id, outcome: delivery.outcome, why: delivery.why },
      'a mail was not taken',
    );
  }
  atomic(runtime.db, (tx) => {
    if (delivery.outcome === 'taken') {
      changeMail(tx, row.id, state, { state: 'sent', sentAt: at, lastError: '' });
      return;
    }
    const lastError = delivery.why;
    if (delivery.outcome === 'unsure') {
      changeMail(tx, row.id, state, { state: 'unsure', lastError });
      const again = remindOf(row, at);
      const domain = mailDomain(tx);
      if (again !== null && domain !== null) planMail(tx, again, domain);
      return;
    }
    const dueAt = delivery.isPermanent ? null : nextTry(row.attempts, at);
    if (dueAt === null) {
      changeMail(tx, row.id, state, { state: 'failed', lastError });
      // Of an address that was refused for good; a relay of ours that is down says nothing about anybody's address.
      if (delivery.isPermanent) tellMailFailed(tx, at, row.userId);
    } else {
      changeMail(tx, row.id, state, { state: 'waiting', dueAt, lastError });
    }
  });
}

/**
 * A mail of which nobody knows whether it arrived is never sent again. What it told, where it is still unread, stands
 * in another mail with the next digest, once, which says that it may have come already.
 */
function remindOf(row: OutboxRow, at: string) {
  const data = JSON.parse(row.data) as { again?: boolean };
  if (data.again === true || row.kind === 'delegationDigest') return null;
  return {
    id: newId('mail'),
    userId: row.userId,
    kind: row.kind,
    data: { ...data, again: true },
    key: `again:${row.id}`,
    dueAt: nextDigest(at).at,
    at,
  };
}

/** Looks every three seconds; returns the function that stops it, which waits for the letter in hand. */
export function startOutbox(runtime: Runtime, everyMs: number = EVERY_MS): () => Promise<void> {
  prepareOutbox(runtime);
  const { mail } = runtime;
  if (mail === null) return async () => undefined;
  let round: Promise<void> | null = null;
  const look = async () => {
    planDelegationDigests(runtime);
    await sendDueMail(runtime, mail);
  };
  const timer = setInterval(() => {
    round ??= look()
      .catch((error: unknown) => runtime.logger.error({ err: error }, 'mail could not be looked after'))
      .finally(() => {
        round = null;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await Promise.race([round, new Promise((resolve) => setTimeout(resolve, LAST_LETTER_MS).unref())]);
  };
}
