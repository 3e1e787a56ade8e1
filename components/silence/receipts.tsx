import { Country } from '@/components/ui/country';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { sayToTheSecond } from './say-end';

/** Who has confirmed that the notice reached them, by delegation. For the chair and the secretariat. */
export function Receipts(props: {
  lines: readonly {
    readonly country: string;
    readonly people: readonly { readonly name: string; readonly at: string }[];
  }[];
  zone: string;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'silence');
  return (
    <Table caption={t('receipts.title')} head={[t('receipts.delegation'), t('receipts.confirmed')]}>
      {props.lines.map((line) => (
        <tr key={line.country}>
          <td>
            {line.country === '' ? (
              t('receipts.secretariat')
            ) : (
              <Country code={line.country} countries={props.countries} locale={locale} />
            )}
          </td>
          <td>
            {line.people.length === 0 ? (
              <span className="text-muted">{t('receipts.none')}</span>
            ) : (
              <ul>
                {line.people.map((person) => (
                  <li key={`${person.name} ${person.at}`}>
                    {person.name}{' '}
                    <span className="text-sm text-muted tabular-nums">
                      {sayToTheSecond(locale, person.at, props.zone)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
