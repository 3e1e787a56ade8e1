import { Country } from '@/components/ui/country';
import type { Role } from '@/domain/body/grants';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** As server/queries/accounts gives it. */
export interface AppointmentEntry {
  readonly id: string;
  readonly role: Role;
  readonly body: { readonly id: string; readonly acronym: string } | null;
  readonly country: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly when: 'past' | 'now' | 'coming';
  readonly mayEnd: boolean;
}

/** A role in words: "Delegate · Thailand · ACCSM". */
export function RoleLine(props: {
  appointment: AppointmentEntry;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { role, body, country } = props.appointment;
  const t = translator(props.locale, 'common');
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span>{t(`role.${role}`)}</span>
      {country === null ? null : (
        <Country
          code={country}
          countries={props.countries}
          locale={props.locale}
          className="text-[0.875rem]"
        />
      )}
      <span className="text-[0.8125rem] text-muted">
        {body?.acronym ?? translator(props.locale, 'admin')('people.installation')}
      </span>
    </span>
  );
}
