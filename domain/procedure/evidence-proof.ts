import { chainHash } from '../audit/chain';
import { accept, type Outcome, refuse } from '../refusal';
import type { FullEvidence } from './evidence-shape';

/**
 * What must hold between the statements of an evidence file besides its signature: a file can be signed well and
 * still contradict itself. DE2 the event of the audit trail, DE3 what it is of, DE4 positions and roster, DE5 times.
 */
export function checkStatements(evidence: FullEvidence): Outcome<true> {
  for (const check of [checkEvent, checkSubject, checkPositions, checkTimes]) {
    const checked = check(evidence);
    if (!checked.ok) return checked;
  }
  return accept(true);
}

/** The hash of the event is computed again from the event and the hash before it. */
function checkEvent({ audit }: FullEvidence): Outcome<true> {
  const found = chainHash(audit.previousHash, { seq: audit.seq, ...audit.event });
  return found === audit.hash ? accept(true) : refuse('DE2', { seq: audit.seq, expected: audit.hash, found });
}

function checkSubject({ audit, document, decision, textHash }: FullEvidence): Outcome<true> {
  const { event } = audit;
  const speaksOfIt =
    event.subjectType === 'document' &&
    event.subjectId === document.id &&
    event.data.decisionId === decision.id &&
    event.data.textHash === textHash &&
    event.data.verb === decision.verb &&
    // A silence that ended while nobody served is recorded later than it holds.
    event.at >= decision.at;
  return speaksOfIt ? accept(true) : refuse('DE3', { seq: audit.seq });
}

/** A delegation has one position on one thing, and was on the roster; who was absent was a member. */
function checkPositions({ positions, decision }: FullEvidence): Outcome<true> {
  const countries = new Set(decision.roster.map((line) => line.country));
  const seen = new Set<string>();
  for (const { on, clauseId, country } of positions) {
    const place = JSON.stringify([clauseId, country]);
    if (!countries.has(country) || seen.has(place) || (on === 'document') !== (clauseId === null)) {
      return refuse('DE4', { country });
    }
    seen.add(place);
  }
  const stranger = decision.absent?.find(({ country }) => !countries.has(country));
  return stranger === undefined ? accept(true) : refuse('DE4', { country: stranger.country });
}

function checkTimes({ decision }: FullEvidence): Outcome<true> {
  const { how, forwardedFrom, at } = decision;
  if (how.kind === 'bySilence' && !(how.startedAt < how.expiresAt && how.expiresAt <= at)) {
    return refuse('DE5', { at });
  }
  return forwardedFrom !== null && forwardedFrom.at > at ? refuse('DE5', { at }) : accept(true);
}
