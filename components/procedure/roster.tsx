import { Flag } from '@/components/ui/flag';
import { Table } from '@/components/ui/table';
import type { RosterLine } from '@/domain/body/grants';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/**
 * The members as they stood when the decision was taken, in the order of the table, and whether they were there where
 * that was recorded. English names are those of the record.
 */
export function Roster(props: {
  roster: readonly RosterLine[];
  countries: readonly NamedCountry[];
  /** ISO codes of the members that were not there; null or left out where that is not known. */
  absent?: readonly string[] | null;
  locale: Locale;
}) {
  const { locale, absent = null } = props;
  const t = translator(locale, 'record');
  const common = translator(locale, 'common');
  return (
    <Table
      caption={t('roster.title')}
      head={[
        t('roster.country'),
        t('roster.standing'),
        ...(absent === null ? [] : [t('roster.presence')]),
        t('roster.chair'),
      ]}
    >
      {props.roster.map((line) => {
        const known = props.countries.find((country) => country.code === line.country);
        return (
          <tr key={line.country}>
            <th scope="row" className="py-2 pr-4 font-normal">
              <span className="inline-flex items-baseline gap-2">
                <Flag country={line.country} size={11} />
                {locale === 'en' || known === undefined ? line.name : countryName(locale, known)}
              </span>
            </th>
            <td>{common(`standing.${line.standing}`)}</td>
            {absent === null ? null : <td>{presenceOf(line, absent, locale)}</td>}
            <td>{line.inTheChair ? common('role.chair') : ''}</td>
          </tr>
        );
      })}
    </Table>
  );
}

/** Of members alone it is recorded who was there. */
function presenceOf(line: RosterLine, absent: readonly string[], locale: Locale): string {
  if (line.standing !== 'member') return '';
  return translator(locale, 'record')(absent.includes(line.country) ? 'roster.absent' : 'roster.present');
}
