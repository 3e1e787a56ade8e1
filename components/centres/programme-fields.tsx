import { FormField } from '@/components/ui/action-form';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

export interface SaidOfProgramme {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly participants: number | null;
  readonly countries: readonly string[];
  readonly activityIds: readonly string[];
  readonly note: string;
}

/** The questions about a programme of a centre. */
export function ProgrammeFields(props: {
  programme?: SaidOfProgramme;
  countries: readonly NamedCountry[];
  /** Activities of the body's plans that it may serve. */
  activities: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  locale: Locale;
}) {
  const { programme, locale } = props;
  const t = translator(locale, 'centres');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <FormField
          name="title"
          label={t('programmeTitle')}
          defaultValue={programme?.title ?? ''}
          maxLength={300}
          required
        />
      </div>
      <FormField
        name="startsOn"
        type="date"
        label={t('startsOn')}
        defaultValue={programme?.startsOn ?? ''}
        required
      />
      <FormField
        name="endsOn"
        type="date"
        label={t('endsOn')}
        defaultValue={programme?.endsOn ?? ''}
        required
      />
      <FormField name="place" label={t('place')} defaultValue={programme?.place ?? ''} maxLength={200} />
      <FormField
        name="participants"
        label={t('participants')}
        hint={t('participantsHint')}
        defaultValue={programme?.participants?.toString() ?? ''}
        maxLength={7}
      />
      <Choices
        name="countries"
        legend={t('tookPart')}
        chosen={programme?.countries ?? []}
        options={props.countries.map((country) => ({
          value: country.code,
          label: countryName(locale, country),
        }))}
      />
      {props.activities.length === 0 ? null : (
        <Choices
          name="activityIds"
          legend={t('serves')}
          chosen={programme?.activityIds ?? []}
          options={props.activities.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        />
      )}
      <div className="sm:col-span-2">
        <FormField
          name="note"
          type="textarea"
          label={t('note')}
          defaultValue={programme?.note ?? ''}
          maxLength={2000}
        />
      </div>
    </div>
  );
}

function Choices(props: {
  name: string;
  legend: string;
  chosen: readonly string[];
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 text-sm font-medium">{props.legend}</legend>
      <div className="grid max-h-56 gap-x-4 gap-y-1 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
        {props.options.map(({ value, label }) => (
          <label key={value} className="flex min-h-7 items-baseline gap-2 text-sm">
            <input
              type="checkbox"
              name={props.name}
              value={value}
              defaultChecked={props.chosen.includes(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
