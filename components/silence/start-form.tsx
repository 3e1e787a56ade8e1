import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import type { OpenQuestion } from '@/domain/procedure/open-questions';
import { DECISION_VERBS } from '@/domain/procedure/states';
import { instantOf, localDay, localHour } from '@/domain/silence/zone';
import { type Locale, TIME_ZONE } from '@/messages/locale';
import { countryName, type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { DecisionWords } from './decision-words';
import { EndFields } from './end-fields';
import { sayExactly } from './say-end';

interface Named {
  readonly id: string;
  readonly title: string;
  readonly titleThai: string;
}

export interface StartFormProps {
  document: {
    readonly id: string;
    readonly symbol: string;
    readonly title: string;
    readonly language: string;
    readonly stateSeq: number;
    readonly meeting: { readonly id: string } | null;
    readonly agendaItem: { readonly id: string } | null;
  };
  start: {
    readonly hash: string;
    readonly words: number;
    readonly revision: number;
    readonly questions: readonly OpenQuestion[];
    readonly objecting: readonly string[];
    readonly meetings: readonly (Named & {
      readonly agenda: readonly (Named & { readonly number: string })[];
    })[];
    readonly earliest: string;
  };
  rules: { readonly minimumHours: number; readonly holidays: readonly string[] };
  now: string;
  countries: readonly NamedCountry[];
  action: FormAction;
  locale: Locale;
}

/** The chair starts a silence, or reads what stands in its way. */
export function StartForm(props: StartFormProps) {
  const { document, start, rules, locale } = props;
  const t = translator(locale, 'silence');
  const obstacles = start.questions.length > 0 || start.objecting.length > 0 || start.words === 0;
  if (obstacles) return <Obstacles {...props} />;
  if (start.meetings.length === 0) return <Notice tone="warn">{t('start.noMeeting')}</Notice>;
  const places = start.meetings.flatMap((meeting) =>
    meeting.agenda.map((item) => ({
      value: `${meeting.id} ${item.id}`,
      label: `${nameIn(locale, meeting.title, meeting.titleThai)} · ${item.number} ${nameIn(locale, item.title, item.titleThai)}`,
      meeting: meeting.title,
    })),
  );
  const preferred = `${document.meeting?.id ?? ''} ${document.agendaItem?.id ?? ''}`;
  const verbs = translator(locale, 'common');
  return (
    <ActionForm
      action={props.action}
      words={formWords(locale)}
      submit={t('start.submit')}
      tone="primary"
      hidden={{ documentId: document.id, hash: start.hash, stateSeq: String(document.stateSeq) }}
    >
      <EndFields
        local={suggestedEnd(start.earliest)}
        zone={TIME_ZONE}
        hint={t('form.minimum', {
          hours: rules.minimumHours,
          earliest: sayExactly(locale, start.earliest, TIME_ZONE),
        })}
        holidays={rules.holidays}
        now={props.now}
        locale={locale}
      />
      <DecisionWords
        places={places}
        preferred={places.some((place) => place.value === preferred) ? preferred : (places[0]?.value ?? '')}
        verbs={DECISION_VERBS.map((verb) => ({ value: verb, label: verbs(`verb.${verb}`) }))}
        text={{ title: document.title, symbol: document.symbol, revision: start.revision }}
        words={{
          place: t('form.place'),
          placeHint: t('form.placeHint'),
          verb: t('form.verb'),
          wording: t('form.wording'),
        }}
      />
      <p className="text-sm text-muted">
        {t('start.effect', { text: `${document.symbol}/Rev.${start.revision}` })}
      </p>
    </ActionForm>
  );
}

function Obstacles({ document, start, countries, locale }: StartFormProps) {
  const t = translator(locale, 'silence');
  const said = translator(locale, 'adoption');
  const names = start.objecting.map((code) => {
    const country = countries.find((entry) => entry.code === code);
    return country === undefined ? code : countryName(locale, country);
  });
  return (
    <div className="grid gap-4">
      <Notice tone="warn" title={t('start.obstacles')}>
        {start.words === 0 ? <p>{t('start.empty')}</p> : null}
        {start.questions.length === 0 ? null : <p>{t('start.unclean', { count: start.questions.length })}</p>}
        {names.length === 0 ? null : (
          <p>{t('start.objecting', { delegations: new Intl.ListFormat(locale).format(names) })}</p>
        )}
      </Notice>
      {start.questions.length === 0 ? null : (
        <ul className="grid gap-2">
          {start.questions.map((question, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text stands still while the page is read
            <li key={index}>
              <span className="font-medium">
                {question.citation === ''
                  ? said(`questions.place.${question.clauseKind}`)
                  : question.citation}
              </span>
              {': '}
              {said(`questions.${question.kind}`)}
              {question.excerpt === '' ? null : (
                <q lang={document.language} className="ml-1.5 font-serif break-words">
                  {question.excerpt}
                </q>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Ends are said in hours at which people work: six in the evening at the seat, with time left to send the form. */
function suggestedEnd(earliest: string): string {
  const evenings = [0, 1].map(
    (days) =>
      `${localDay(new Date(Date.parse(earliest) + days * 86_400_000).toISOString(), TIME_ZONE)}T18:00`,
  );
  const found = evenings.find(
    (local) => Date.parse(instantOf(local, TIME_ZONE) ?? '') > Date.parse(earliest) + 1_800_000,
  );
  return found ?? localHour(new Date(Date.parse(earliest) + 3_600_000).toISOString(), TIME_ZONE);
}
