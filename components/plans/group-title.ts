import type { Result } from '@/domain/plan/matrix';
import type { ActivityStatus } from '@/domain/plan/statuses';
import type { Group } from '@/domain/plan/view';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** The heading over the rows of a group. */
export function groupTitle(
  locale: Locale,
  group: Group,
  key: string | null,
  names: { readonly results: readonly Result[]; readonly countries: readonly NamedCountry[] },
): string {
  const t = translator(locale, 'plan');
  if (key === null) return t(`under.${group}`);
  switch (group) {
    case 'area': {
      const area = names.results.find(({ id }) => id === key);
      return area === undefined ? key : `${area.code} · ${nameIn(locale, area.title, area.titleThai)}`;
    }
    case 'lead': {
      const country = names.countries.find(({ code }) => code === key);
      return country === undefined ? key : countryName(locale, country);
    }
    case 'status':
      return t(`status.${key as ActivityStatus}`);
    case 'year':
    case 'none':
      return key;
  }
}
