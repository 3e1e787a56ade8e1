import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';

/** Delegations by name, as a list in the reader's language. */
export function delegationNames(
  codes: readonly string[],
  countries: readonly NamedCountry[],
  locale: Locale,
): string {
  return new Intl.ListFormat(locale).format(codes.map((code) => delegationName(code, countries, locale)));
}

export function delegationName(code: string, countries: readonly NamedCountry[], locale: Locale): string {
  const country = countries.find((entry) => entry.code === code);
  return country === undefined ? code : countryName(locale, country);
}
