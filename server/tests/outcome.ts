import type { Outcome } from '../../domain/refusal';

/** The value of an outcome that must not be a refusal. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused by ${outcome.rule}: ${JSON.stringify(outcome.detail ?? {})}`);
  return outcome.value;
}

/** The rule of a refusal, or "accepted". */
export function ruleOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'accepted' : outcome.rule;
}
