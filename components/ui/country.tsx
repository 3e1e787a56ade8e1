import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { Flag } from './flag';

/** Flag and short name of a country. `countries` is the list of server/queries/countries. */
export function Country(props: {
  code: string;
  countries: readonly NamedCountry[];
  locale: Locale;
  className?: string;
}) {
  const country = props.countries.find((entry) => entry.code === props.code);
  return (
    <span
      className={`inline-flex min-w-max items-baseline gap-1.5 whitespace-nowrap ${props.className ?? ''}`}
    >
      <Flag country={props.code} size={11} />
      {country === undefined ? props.code : countryName(props.locale, country)}
    </span>
  );
}
