'use client';

import { useTranslations } from '@/components/i18n/use-translations';

type Detail = Readonly<Record<string, string | number>>;

/** What a rule says to a person. A rule without a message says its number rather than nothing. */
export function useRefusalWords(): (rule: string, detail?: Detail) => string {
  const rules = useTranslations('rules') as unknown as Catalogue;
  const common = useTranslations('common') as unknown as Catalogue;
  return (rule, detail = {}) => {
    if (!rules.has(rule)) return rule;
    const spoken = Object.fromEntries(
      Object.entries(detail).map(([name, value]) => {
        const key = `${name === 'from' || name === 'to' ? 'state' : name}.${value}`;
        return [name, common.has(key) ? common(key) : value];
      }),
    );
    return rules(rule, spoken);
  };
}

/** Rule numbers come from the server, so the catalogue is asked by a key that the compiler cannot know. */
interface Catalogue {
  (key: string, values?: Detail): string;
  has(key: string): boolean;
}
