import { useMemo } from 'react';
import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { type FieldContext, type FieldName, sayCell } from '@/domain/plan/fields';
import type { Activity, ActivityCells } from '@/domain/plan/matrix';
import type { Refusal } from '@/domain/refusal';
import { formattingLocale } from '@/messages/locale';
import { sayMonth } from '@/messages/months';
import { countryName } from '@/messages/names';
import type { GridCountry } from './columns';

/** How the grid says values, delegations and refusals to its reader. */
export function useGridWords(context: FieldContext, countries: readonly GridCountry[]) {
  const locale = useLocale();
  const t = useTranslations('plan');
  const rules = useTranslations('rules');
  return useMemo(() => {
    const amounts = new Intl.NumberFormat(formattingLocale(locale), { maximumFractionDigits: 2 });
    const named = (code: string) => {
      const country = countries.find((entry) => entry.code === code);
      return country === undefined ? code : countryName(locale, country);
    };
    return {
      /** A value as it stands in its cell. */
      shown(field: FieldName, value: ActivityCells[FieldName]): string {
        if (value === null || value === '') return '';
        if (field === 'budget') return amounts.format(value as number);
        if (field.endsWith('From') || field.endsWith('To')) return sayMonth(locale, value as string);
        return sayCell(field, value as never, context);
      },
      /** A value in words that are read back. */
      typed: (field: FieldName, activity: Activity) => sayCell(field, activity[field] as never, context),
      who: (country: string | null) => (country === null ? t('grid.secretariat') : named(country)),
      refusal({ rule, detail }: Refusal): string {
        const say = rules as unknown as (key: string, values: Record<string, string | number>) => string;
        const codes = detail?.delegations;
        return say(rule, {
          ...detail,
          ...(typeof codes === 'string' ? { delegations: named(codes) } : {}),
        });
      },
    };
  }, [locale, t, rules, context, countries]);
}

export type GridWords = ReturnType<typeof useGridWords>;
