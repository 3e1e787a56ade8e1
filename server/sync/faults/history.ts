/** What one client did and was told. `at` is milliseconds by the client's own clock. */
export type HistoryEvent = { readonly at: number } & (
  | { readonly kind: 'opened' }
  /** An update message left: step 2 or update. */
  | { readonly kind: 'sent'; readonly bytes: Uint8Array }
  | { readonly kind: 'acknowledged'; readonly position: number; readonly count: number }
  | { readonly kind: 'refused'; readonly rule: string }
  /** An update of somebody else's arrived. */
  | { readonly kind: 'seen'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed'; readonly code: number }
);

/** The history of one client in one document, as it alone could write it down. */
export interface History {
  readonly client: string;
  readonly documentId: string;
  readonly events: readonly HistoryEvent[];
  /** The client's whole text at the end as one update; null where it was not waited for. */
  readonly end: Uint8Array | null;
}

/** A sent message and what became of it. `unknown`: the line broke first, or it shared a turn with a refused one. */
export type Fate = { readonly bytes: Uint8Array; readonly at: number } & (
  | { readonly is: 'acknowledged'; readonly position: number }
  | { readonly is: 'refused'; readonly rule: string }
  | { readonly is: 'unknown' }
);

/**
 * What became of every message. An acknowledgement speaks for all messages of its connection up to its count;
 * refusals are told before it, without saying which message they answer: where some of a turn were refused and
 * some not, nothing is claimed of either.
 */
export function fatesOf({ events }: History): Fate[] {
  const fates: Fate[] = [];
  let waiting: { bytes: Uint8Array; at: number }[] = [];
  let dealtWith = 0;
  let rules: string[] = [];
  const settleAsUnknown = () => {
    fates.push(...waiting.map((message) => ({ ...message, is: 'unknown' as const })));
    waiting = [];
    dealtWith = 0;
    rules = [];
  };
  for (const event of events) {
    if (event.kind === 'opened') settleAsUnknown();
    else if (event.kind === 'sent') waiting.push({ bytes: event.bytes, at: event.at });
    else if (event.kind === 'refused') rules.push(event.rule);
    else if (event.kind === 'acknowledged') {
      const settled = waiting.splice(0, event.count - dealtWith);
      dealtWith = event.count;
      for (const [index, message] of settled.entries()) {
        const rule = rules[index];
        if (rules.length === 0) fates.push({ ...message, is: 'acknowledged', position: event.position });
        else if (rules.length === settled.length && rule !== undefined)
          fates.push({ ...message, is: 'refused', rule });
        else fates.push({ ...message, is: 'unknown' });
      }
      rules = [];
    }
  }
  settleAsUnknown();
  return fates;
}
