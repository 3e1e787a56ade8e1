import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** What kind of act an event records, in words; a kind without words says its own name. */
export function sayKind(kind: string, locale: Locale): string {
  const t = translator(locale, 'audit');
  const key = `kinds.${kind}` as Parameters<typeof t>[0];
  return t.has(key) ? (t as (name: typeof key) => string)(key) : kind;
}
