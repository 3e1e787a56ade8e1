import type { Refusal } from '../domain/refusal';
import { en } from './en';
import type { Locale } from './locale';
import { th } from './th';
import { translator } from './translate';

const CATALOGUES = { en, th };

/** Details that are themselves words of the catalogue: which namespace of `common` says them. */
const SPOKEN = {
  state: 'state',
  clauseState: 'clauseState',
  clause: 'clausePlace',
  from: 'state',
  to: 'state',
  role: 'role',
  verb: 'verb',
  kind: 'kind',
  tier: 'tier',
  meetingState: 'meetingState',
  standing: 'standing',
  is: 'fileKind',
} as const;

/**
 * The message of a refusal's rule (rules.json) with its details filled in. Details that carry a value of ours
 * (`state: 'draft'`) are said in the reader's words. A rule without a message says its number rather than nothing.
 */
export function refusalMessage(refusal: Pick<Refusal, 'rule' | 'detail'>, locale: Locale): string {
  const rules: Readonly<Record<string, string>> = CATALOGUES[locale].rules;
  if (rules[refusal.rule] === undefined) {
    return translator(locale, 'errors')('refused.unworded', { rule: refusal.rule });
  }
  const t = translator(locale, 'rules') as unknown as (
    key: string,
    values: Readonly<Record<string, string | number>>,
  ) => string;
  return t(refusal.rule, {
    ...unknownDetails(rules[refusal.rule] ?? ''),
    ...spokenDetail(refusal.detail ?? {}, locale),
  });
}

/** A dash for every argument of a message, so that a refusal that says less than it could still reads well. */
function unknownDetails(message: string): Record<string, string> {
  return Object.fromEntries([...message.matchAll(/\{(\w+)\}/g)].map((match) => [match[1] ?? '', '–']));
}

function spokenDetail(
  detail: Readonly<Record<string, string | number>>,
  locale: Locale,
): Record<string, string | number> {
  const common = CATALOGUES[locale].common as unknown as Readonly<Record<string, Record<string, string>>>;
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => {
      const family = key in SPOKEN ? common[SPOKEN[key as keyof typeof SPOKEN]] : undefined;
      return [key, family?.[String(value)] ?? value];
    }),
  );
}
