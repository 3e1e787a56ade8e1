import type { DelegationName } from '@/components/compare/context';
import type { Locale } from '@/messages/locale';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';

/** Delegations as this reader names them, with the colour of their words. */
export function delegationNames(locale: Locale): DelegationName[] {
  return countriesFor(getRuntime()).map((country) => ({
    code: country.code,
    name: locale === 'th' && country.thaiName !== '' ? country.thaiName : country.shortName,
    color: country.color,
  }));
}
