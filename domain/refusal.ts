/**
 * An expected "no". A refusal is a value, never an exception: it names the numbered rule it rests on
 * (domain/RULES.md, server/sync/RULES.md) and carries what the person needs to go on. `detail` fills the
 * placeholders of the rule's message (messages/*\/rules.json), so the same refusal reads well in every language.
 */
export interface Refusal {
  readonly ok: false;
  readonly rule: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export type Outcome<T> = Accepted<T> | Refusal;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse(rule: string, detail?: Record<string, string | number>): Refusal {
  return detail === undefined ? { ok: false, rule } : { ok: false, rule, detail };
}
