import { accept, type Outcome, refuse } from '../domain/refusal';
import { addressGroup } from './auth/address';
import { newSecret } from './ids';
import type { Clock, EvidenceDesk, Examination } from './ports';

const WINDOW_MS = 15 * 60_000;
/** So many files one address may have examined within the window. */
export const MOST_FILES = 30;
/** An examination waits this long for its page, and so many wait at once: the oldest makes room. */
const KEPT_MS = 2 * 60_000;
const MOST_KEPT = 12;

interface Kept {
  readonly examination: Examination;
  readonly until: number;
}

/**
 * Where strangers have evidence examined (DE7): counts them by address, and keeps what was found for the page that
 * shows it. In memory alone and for two minutes: nothing of a stranger's file is ever on disk.
 */
export function createEvidenceDesk(clock: Clock): EvidenceDesk {
  const visits = new Map<string, number[]>();
  const kept = new Map<string, Kept>();
  const now = () => Date.parse(clock.now());

  function forget(at: number): void {
    for (const [id, { until }] of kept) if (until <= at) kept.delete(id);
    for (const [address, times] of visits) {
      if ((times.at(-1) ?? 0) + WINDOW_MS <= at) visits.delete(address);
    }
  }

  return {
    admit: (address): Outcome<true> => {
      const at = now();
      forget(at);
      const group = addressGroup(address);
      const recent = (visits.get(group) ?? []).filter((time) => time + WINDOW_MS > at);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= MOST_FILES) {
        return refuse('DE7', { minutes: Math.max(1, Math.ceil((oldest + WINDOW_MS - at) / 60_000)) });
      }
      visits.set(group, [...recent, at]);
      return accept(true);
    },
    keep: (examination) => {
      const at = now();
      forget(at);
      const [first] = kept.keys();
      if (first !== undefined && kept.size >= MOST_KEPT) kept.delete(first);
      const id = newSecret();
      kept.set(id, { examination, until: at + KEPT_MS });
      return id;
    },
    find: (id) => {
      const found = kept.get(id);
      return found === undefined || found.until <= now() ? null : found.examination;
    },
  };
}
