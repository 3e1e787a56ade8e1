import { FormField } from '@/components/ui/action-form';
import { OFFERED_ZONES } from '@/domain/silence/zone';
import { sayShortDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { sayZone } from './say-end';

/** The end that somebody asks for: an hour, its zone, and a second word for a day that is a listed holiday. */
export function EndFields(props: {
  /** YYYY-MM-DDTHH:mm in `zone`. */
  local: string;
  zone: string;
  hint: string;
  holidays: readonly string[];
  now: string;
  locale: Locale;
}) {
  const { locale, zone } = props;
  const t = translator(locale, 'silence');
  const zones = OFFERED_ZONES.some((offered) => offered === zone) ? OFFERED_ZONES : [zone, ...OFFERED_ZONES];
  const coming = props.holidays.filter((day) => day >= props.now.slice(0, 10));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="endsAt"
          type="datetime-local"
          label={t('form.endsAt')}
          hint={props.hint}
          defaultValue={props.local}
          required
        />
        <FormField
          name="zone"
          type="select"
          label={t('form.zone')}
          defaultValue={zone}
          options={zones.map((offered) => ({ value: offered, label: sayZone(locale, offered, props.now) }))}
          required
        />
      </div>
      {coming.length === 0 ? null : (
        <div className="rounded-md border border-warn/60 bg-warn-soft px-3 py-2 text-sm">
          <p>
            {t('form.holidays')} {coming.map((day) => sayShortDay(locale, day)).join(' · ')}
          </p>
          <label className="mt-1.5 inline-flex min-h-6 items-center gap-2">
            <input type="checkbox" name="holidayConfirmed" value="yes" className="size-4 accent-accent" />
            {t('form.holidayConfirmed')}
          </label>
        </div>
      )}
    </>
  );
}
