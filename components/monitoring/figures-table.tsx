import type { Entry } from '@/domain/monitoring/entries';
import type { Light } from '@/domain/monitoring/lights';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { AnswerWords } from './answer-words';
import type { HeatIndicator } from './heat-map';
import { LightSign } from './signs';

/** The figures behind the heat map, whole and in words. */
export function FiguresTable(props: {
  indicators: readonly (HeatIndicator & { readonly coverageWords: string })[];
  rows: readonly {
    readonly country: string;
    readonly cells: readonly {
      readonly indicatorId: string;
      readonly answer: Entry;
      readonly light: Light;
    }[];
  }[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { indicators, rows, locale } = props;
  const t = translator(locale, 'monitoring');
  const named = (code: string) => {
    const country = props.countries.find((one) => one.code === code);
    return country === undefined ? code : countryName(locale, country);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="chart-scroll" tabIndex={0} aria-label={t('heat.table')}>
      <table className="figures">
        <caption className="sr-only">{t('heat.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('form.indicator')}</th>
            <th scope="col">{t('region')}</th>
            <th scope="col">{t('coverage.title')}</th>
            {rows.map(({ country }) => (
              <th key={country} scope="col">
                {named(country)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row">
                {indicator.code} {indicator.title}
              </th>
              <td>
                <LightSign light={indicator.light} locale={locale} /> {indicator.region ?? '–'}
              </td>
              <td>{indicator.coverageWords}</td>
              {rows.map(({ country, cells }) => {
                const cell = cells.find(({ indicatorId }) => indicatorId === indicator.id);
                return (
                  <td key={country}>
                    {cell === undefined ? (
                      '–'
                    ) : (
                      <>
                        <AnswerWords indicator={indicator} answer={cell.answer} locale={locale} />
                        {cell.light === 'noData' ? null : (
                          <span className="block">
                            <LightSign light={cell.light} locale={locale} />
                          </span>
                        )}
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
