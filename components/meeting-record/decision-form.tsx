import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { HOUSE_PHRASES, MEETING_VERBS, type MeetingVerb } from '@/domain/meeting/verbs';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { VerbChoice } from './verb-choice';

export interface DecisionChoices {
  readonly items: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly titleThai: string;
  }[];
  readonly documents: readonly { readonly id: string; readonly symbol: string; readonly title: string }[];
  readonly unreported: readonly {
    readonly id: string;
    readonly verb: MeetingVerb;
    readonly document: { readonly symbol: string };
    readonly wording: string;
  }[];
  readonly decisions: readonly {
    readonly id: string;
    readonly number: number;
    readonly wording: string;
    readonly putRightBy: unknown;
  }[];
}

/** The questions that a decision of the meeting answers. */
export function DecisionForm(props: {
  meetingId: string;
  choices: DecisionChoices;
  locale: Locale;
  action: FormAction;
}) {
  const { choices, locale } = props;
  const t = translator(locale, 'actions');
  const first = HOUSE_PHRASES[MEETING_VERBS[0]];
  const toPutRight = choices.decisions.filter(({ putRightBy }) => putRightBy === null);
  return (
    <ActionForm
      action={props.action}
      words={formWords(locale)}
      submit={t('decisions.takeDo')}
      tone="primary"
      hidden={{ meetingId: props.meetingId }}
      className="grid gap-5"
    >
      <FormField
        name="agendaItemId"
        type="select"
        label={t('decisions.agendaItem')}
        options={[
          { value: '', label: t('decisions.noItem') },
          ...choices.items.map((item) => ({
            value: item.id,
            label: `${item.number}  ${nameIn(locale, item.title, item.titleThai)}`,
          })),
        ]}
      />
      <VerbChoice
        legend={t('decisions.verb')}
        hint={t('decisions.weight')}
        labels={
          Object.fromEntries(MEETING_VERBS.map((verb) => [verb, t(`verbs.${verb}`)])) as Record<
            MeetingVerb,
            string
          >
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <FormField
          name="wording"
          type="textarea"
          label={t('decisions.wording')}
          defaultValue={first.en}
          maxLength={2000}
          lang="en"
          required
        />
        <FormField
          name="wordingThai"
          type="textarea"
          label={t('decisions.wordingThai')}
          defaultValue={first.th}
          maxLength={2000}
          lang="th"
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="documentId"
          type="select"
          label={t('decisions.document')}
          options={[
            { value: '', label: t('decisions.noDocument') },
            ...choices.documents.map(({ id, symbol, title }) => ({
              value: id,
              label: `${symbol}  ${title}`,
            })),
          ]}
        />
        {choices.unreported.length === 0 ? null : (
          <FormField
            name="reportsId"
            type="select"
            label={t('decisions.reports')}
            hint={t('decisions.reportsHint')}
            options={[
              { value: '', label: t('decisions.noReport') },
              ...choices.unreported.map(({ id, verb, document }) => ({
                value: id,
                label: `${t(`verbs.${verb}`)}: ${document.symbol}`,
              })),
            ]}
          />
        )}
        {toPutRight.length === 0 ? null : (
          <FormField
            name="putsRightId"
            type="select"
            label={t('decisions.putsRight')}
            hint={t('decisions.putsRightHint')}
            options={[
              { value: '', label: t('decisions.putsNothingRight') },
              ...toPutRight.map(({ id, number, wording }) => ({
                value: id,
                label: `${t('decisions.decisionN', { number })}: ${wording.slice(0, 60)}`,
              })),
            ]}
          />
        )}
      </div>
      <p className="text-[0.8125rem] text-muted">{t('decisions.final')}</p>
    </ActionForm>
  );
}
