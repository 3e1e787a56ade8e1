import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { formatter, translator } from '@/messages/translate';
import { type AppointmentEntry, RoleLine } from './role-line';

/** As server/queries/accounts gives it. */
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly status: 'active' | 'suspended';
  readonly isDemo: boolean;
  readonly lastSeenAt: string | null;
  readonly appointments: readonly AppointmentEntry[];
}

export function PeopleTable(props: {
  people: readonly PersonEntry[];
  countries: readonly NamedCountry[];
  locale: Locale;
  ownId: string;
}) {
  const { locale } = props;
  const t = translator(locale, 'admin');
  const format = formatter(locale);
  return (
    <Table
      caption={t('people.title')}
      head={[
        t('people.columns.name'),
        t('people.columns.roles'),
        t('people.columns.seen'),
        t('people.columns.status'),
      ]}
    >
      {props.people.map((person) => {
        const held = person.appointments.filter((appointment) => appointment.when === 'now');
        return (
          <tr key={person.id}>
            <td className="min-w-52">
              <Link href={`/people/${person.id}`} className="font-medium text-accent hover:underline">
                {person.name}
              </Link>
              {person.id === props.ownId ? <span className="text-muted"> ({t('people.you')})</span> : null}
              <span className="block text-[0.8125rem] break-words text-muted">{person.email}</span>
            </td>
            <td className="min-w-56">
              {held.length === 0 ? (
                <span className="text-muted">{t('people.noRole')}</span>
              ) : (
                <ul>
                  {held.map((appointment) => (
                    <li key={appointment.id}>
                      <RoleLine appointment={appointment} countries={props.countries} locale={locale} />
                    </li>
                  ))}
                </ul>
              )}
            </td>
            <td className="text-sm whitespace-nowrap text-muted">
              {person.lastSeenAt === null
                ? t('people.status.never')
                : format.dateTime(new Date(person.lastSeenAt), { dateStyle: 'medium' })}
            </td>
            <td>
              <Badge tone={person.status === 'active' ? 'neutral' : 'stop'}>
                {t(`people.status.${person.status}`)}
              </Badge>
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
