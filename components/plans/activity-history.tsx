import { Country } from '@/components/ui/country';
import { Section } from '@/components/ui/page';
import { FIELD_NAMES, type FieldName } from '@/domain/plan/fields';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

interface Change {
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly country: string | null;
  readonly byName: string;
  readonly at: string;
}

/** What became of a row of the matrix, the latest first: who, when, from what to what (PL1). */
export function ActivityHistory(props: {
  changes: readonly Change[];
  /** By id, of what changes speak of. */
  codes: Readonly<Record<string, string>>;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { countries, locale } = props;
  const t = translator(locale, 'plan');
  return (
    <Section title={t('activity.history')}>
      <ol className="divide-y divide-line">
        {props.changes.map((change) => (
          <li key={change.id} className="py-2.5 first:pt-0 last:pb-0">
            <p>{sayChange(locale, change, props.codes)}</p>
            <p className="flex flex-wrap gap-x-3 text-[0.8125rem] text-muted">
              {change.country === null ? null : (
                <Country code={change.country} countries={countries} locale={locale} />
              )}
              <span>{change.byName}</span>
              <span>{sayInstant(locale, change.at)}</span>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function sayChange(
  locale: Locale,
  { field, before, after }: Change,
  codes: Readonly<Record<string, string>>,
): string {
  const t = translator(locale, 'plan');
  switch (field) {
    case 'added':
      return t('change.added', { count: enteredCells(after) });
    case 'removed':
      return t('change.removed');
    case 'restored':
      return t('change.restored');
    case 'position':
      return t('change.moved', { before, after });
    case 'clause':
      return after === '' ? t('change.untied') : t('change.tied');
    default: {
      const known = FIELD_NAMES.find((name): name is FieldName => name === field);
      const name = known === undefined ? field : t(`field.${known}`);
      const say = (value: string) => codes[value] ?? sayValue(locale, field, value);
      if (after === '') return t('change.emptied', { field: name, before: say(before) });
      if (before === '') return t('change.set', { field: name, after: say(after) });
      return t('change.from', { field: name, before: say(before), after: say(after) });
    }
  }
}

function sayValue(locale: Locale, field: string, value: string): string {
  const t = translator(locale, 'plan');
  if (field !== 'status') return value;
  return t(`status.${value as 'planned'}`);
}

/** Of an entry that holds the cells of a new row: those that say something. */
function enteredCells(entered: string): number {
  const cells = JSON.parse(entered) as Record<string, unknown>;
  return Object.values(cells).filter(
    (value) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  ).length;
}
