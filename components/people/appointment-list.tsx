import { Badge } from '@/components/ui/badge';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { formatter, translator } from '@/messages/translate';
import { type AppointmentEntry, RoleLine } from './role-line';

interface Props {
  readonly appointments: readonly AppointmentEntry[];
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
  readonly end: FormAction;
}

/** What somebody is and will be, each with the way to end it; what they were is folded away. */
export function AppointmentList(props: Props) {
  const t = translator(props.locale, 'admin');
  const standing = props.appointments.filter((appointment) => appointment.when !== 'past');
  const past = props.appointments.filter((appointment) => appointment.when === 'past');
  return (
    <>
      {standing.length === 0 ? (
        <p className="text-muted">{t('people.roles.none')}</p>
      ) : (
        <Lines {...props} appointments={standing} />
      )}
      {past.length === 0 ? null : (
        <Disclosure summary={t('people.roles.past')} className="mt-3">
          <Lines {...props} appointments={past} />
        </Disclosure>
      )}
    </>
  );
}

function Lines(props: Props) {
  const t = translator(props.locale, 'admin');
  const common = translator(props.locale, 'common');
  return (
    <ul className="divide-y divide-line">
      {props.appointments.map((appointment) => (
        <li key={appointment.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-2.5">
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-2">
              <RoleLine appointment={appointment} countries={props.countries} locale={props.locale} />
              {appointment.when === 'coming' ? <Badge tone="accent">{t('people.roles.coming')}</Badge> : null}
            </p>
            <p className="text-[0.8125rem] text-muted">{spanOf(appointment, props.locale)}</p>
          </div>
          {appointment.mayEnd ? (
            <ConfirmAction
              action={props.end}
              label={t('people.roles.end')}
              title={t('people.roles.endTitle', { role: common(`role.${appointment.role}`) })}
              text={t('people.roles.endText')}
              confirm={t('people.roles.end')}
              confirmTone="danger"
              cancel={common('actions.cancel')}
              hidden={{ appointmentId: appointment.id }}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** "Since 1 Jan 2019 · until 31 Dec 2020". An end is exclusive; people read the last day. */
function spanOf(appointment: AppointmentEntry, locale: Locale): string {
  const t = translator(locale, 'admin');
  const day = (time: number) => formatter(locale).dateTime(new Date(time), { dateStyle: 'medium' });
  if (appointment.to !== null && appointment.to <= appointment.from) return t('people.roles.neverBegan');
  const from = `${t('people.roles.since')} ${day(Date.parse(appointment.from))}`;
  if (appointment.to === null) return `${from} · ${t('people.roles.openEnded')}`;
  return `${from} · ${t('people.roles.until')} ${day(Date.parse(appointment.to) - 1)}`;
}
