import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import type { DecisionVerb } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** Records what a meeting decided on the text as it was issued (server/queries/decisions: DecisionsView.next). */
export function TierForm(props: {
  documentId: string;
  next: {
    readonly candidate: { readonly revision: number; readonly hash: string } | null;
    readonly verbs: readonly DecisionVerb[];
    readonly items: readonly {
      readonly meetingId: string;
      readonly agendaItemId: string;
      readonly meeting: { readonly title: string; readonly titleThai: string };
      readonly item: { readonly number: string; readonly title: string; readonly titleThai: string };
    }[];
  };
  action: FormAction;
  /** What waits beside it, which is this page's next step; what is entered takes its place. */
  waiting: { readonly findingId: string } | null;
  locale: Locale;
}) {
  const { next, locale } = props;
  const t = translator(locale, 'tiers');
  const common = translator(locale, 'common');
  if (next.candidate === null) return <Notice tone="warn">{t('form.notIssued')}</Notice>;
  if (next.items.length === 0) return <Notice>{t('form.noMeeting')}</Notice>;
  return (
    <ActionForm
      action={props.action}
      words={formWords(locale)}
      submit={t('form.submit')}
      tone={props.waiting === null ? 'primary' : 'plain'}
      hidden={{
        documentId: props.documentId,
        hash: next.candidate.hash,
        shownFindingId: props.waiting?.findingId ?? '',
      }}
    >
      <p className="text-sm text-muted">{t('form.on', { revision: next.candidate.revision })}</p>
      {props.waiting === null ? null : <Notice tone="warn">{t('form.replaces')}</Notice>}
      <FormField
        name="place"
        type="select"
        label={t('form.place')}
        options={next.items.map(({ meetingId, agendaItemId, meeting, item }) => ({
          value: `${meetingId} ${agendaItemId}`,
          label: t('form.placeItem', {
            meeting: nameIn(locale, meeting.title, meeting.titleThai),
            number: item.number,
            title: nameIn(locale, item.title, item.titleThai),
          }),
        }))}
        required
      />
      <FormField
        name="verb"
        type="select"
        label={t('form.verb')}
        options={next.verbs.map((verb) => ({ value: verb, label: common(`verb.${verb}`) }))}
        required
      />
      <FormField
        name="wording"
        type="textarea"
        label={t('form.wording')}
        hint={t('form.wordingHint')}
        maxLength={2000}
        lang="en"
      />
    </ActionForm>
  );
}
