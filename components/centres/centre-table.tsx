import Link from 'next/link';
import { Country } from '@/components/ui/country';
import { Table } from '@/components/ui/table';
import { sayDays } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

export interface ListedCentre {
  readonly centre: {
    readonly id: string;
    readonly country: string;
    readonly name: string;
    readonly nameThai: string;
  };
  readonly theme: { readonly theme: string; readonly themeThai: string } | null;
  readonly programmes: number;
  readonly programme: { readonly title: string; readonly startsOn: string; readonly endsOn: string } | null;
  readonly lastReport: number | null;
}

/** The register of the ASEAN Resource Centres: whose, what about, what they do. */
export function CentreTable(props: {
  centres: readonly ListedCentre[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'centres');
  return (
    <Table caption={t('title')} head={[t('country'), t('theme'), t('programmes'), t('lastReport')]}>
      {props.centres.map(({ centre, theme, programme, programmes, lastReport }) => (
        <tr key={centre.id}>
          <td className="whitespace-nowrap">
            <Country code={centre.country} countries={props.countries} locale={locale} />
          </td>
          <td className="min-w-56">
            <Link
              href={`/centres/${centre.id}`}
              className="font-medium text-ink underline-offset-2 hover:text-accent"
            >
              {theme === null ? t('noTheme') : nameIn(locale, theme.theme, theme.themeThai)}
            </Link>
            <span className="block text-[0.8125rem] text-muted">
              {nameIn(locale, centre.name, centre.nameThai)}
            </span>
          </td>
          <td className="min-w-56">
            {programme === null ? (
              <span className="text-muted">{t('noProgrammes')}</span>
            ) : (
              <>
                {programme.title}
                <span className="block text-[0.8125rem] text-muted">
                  {sayDays(locale, programme.startsOn, programme.endsOn)}
                  {programmes > 1 ? ` · ${t('inAll', { count: programmes })}` : ''}
                </span>
              </>
            )}
          </td>
          <td className="whitespace-nowrap tabular-nums">
            {lastReport ?? <span className="text-muted">{t('noReport')}</span>}
          </td>
        </tr>
      ))}
    </Table>
  );
}
