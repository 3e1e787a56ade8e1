import { Country } from '@/components/ui/country';
import { Table } from '@/components/ui/table';
import type { Stance } from '@/domain/negotiation/types';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { delegationNames } from './names';

/** server/queries/negotiation: PositionLine. */
export interface StanceLine {
  readonly country: string;
  readonly stance: Stance;
  readonly standing: 'stands' | 'toReconfirm';
  readonly ring: 'delegation' | 'chair' | 'tabled';
  readonly note: string;
  readonly at: string;
}

/** Who stands where, by name; those who have not spoken are named, too. Nothing is counted. */
export function StanceTable(props: {
  lines: readonly StanceLine[];
  notSpoken: readonly string[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const t = translator(props.locale, 'positions');
  const { countries, locale } = props;
  return (
    <>
      {props.lines.length === 0 ? (
        <p className="text-muted">{t('table.none')}</p>
      ) : (
        <Table
          caption={t('table.caption')}
          head={[t('table.delegation'), t('table.stance'), t('table.seenBy'), t('table.since')]}
        >
          {props.lines.map((line) => (
            <tr key={line.country}>
              <td>
                <Country code={line.country} countries={countries} locale={locale} />
              </td>
              <td>
                <span className="font-medium">{t(`stance.${line.stance}`)}</span>
                {line.standing === 'stands' ? null : (
                  <p className="text-[0.8125rem] text-warn">{t('standing.toReconfirm')}</p>
                )}
                {line.note === '' ? null : (
                  <p className="mt-0.5 max-w-prose text-sm break-words whitespace-pre-line">{line.note}</p>
                )}
              </td>
              <td className="text-sm text-muted">{t(`ring.${line.ring}`)}</td>
              <td className="text-sm whitespace-nowrap text-muted">{sayInstant(locale, line.at)}</td>
            </tr>
          ))}
        </Table>
      )}
      {props.notSpoken.length === 0 ? null : (
        <p className="mt-3 text-sm text-muted">
          {t('table.notSpoken', { delegations: delegationNames(props.notSpoken, countries, locale) })}
        </p>
      )}
    </>
  );
}
