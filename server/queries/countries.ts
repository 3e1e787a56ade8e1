import { listCountries } from '../../db/bodies';
import type { Runtime } from '../runtime';

/** A country as screens name it. No policy: names of countries are known to everybody. */
export interface CountryView {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly code: string;
  /** "Lao PDR", "Viet Nam". */
  readonly shortName: string;
  /** "the Kingdom of Thailand". */
  readonly formalName: string;
  readonly thaiName: string;
  readonly localName: string;
  /** `#rrggbb`, the colour of the delegation's words. */
  readonly color: string;
}

/** Every country, in the English alphabetical order of seating and signature. */
export function countriesFor(runtime: Runtime): CountryView[] {
  return listCountries(runtime.db).map(({ code, shortName, formalName, thaiName, localName, color }) => ({
    code,
    shortName,
    formalName,
    thaiName,
    localName,
    color,
  }));
}
