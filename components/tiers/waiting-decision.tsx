import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import type { DecisionVerb } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { SecondHand } from './second-hand';

/** A decision of a tier that waits for a second person (server/queries/decisions: WaitingDecision). */
export function WaitingDecision(props: {
  documentId: string;
  waiting: {
    readonly findingId: string;
    readonly verb: DecisionVerb;
    readonly wording: string;
    readonly foundBy: string;
    readonly at: string;
    readonly meeting: { readonly title: string; readonly titleThai: string };
    readonly agendaItem: { readonly number: string; readonly title: string; readonly titleThai: string };
    readonly isStale: boolean;
    readonly isOwn: boolean;
    readonly may: { readonly confirm: boolean; readonly takeBack: boolean };
  };
  confirm: FormAction;
  takeBack: FormAction;
  locale: Locale;
}) {
  const { waiting, locale } = props;
  const { meeting, agendaItem } = waiting;
  const t = translator(locale, 'tiers');
  const facts = [
    [t('form.verb'), translator(locale, 'common')(`verb.${waiting.verb}`)],
    [
      t('form.place'),
      t('form.placeItem', {
        meeting: nameIn(locale, meeting.title, meeting.titleThai),
        number: agendaItem.number,
        title: nameIn(locale, agendaItem.title, agendaItem.titleThai),
      }),
    ],
  ];
  return (
    <>
      <dl className="grid gap-x-4 gap-y-1.5 text-sm">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="text-muted">{term}</dt>
            <dd className="font-medium [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
        <div>
          <dt className="text-muted">{t('form.wording')}</dt>
          <dd lang="en" className="font-serif [overflow-wrap:anywhere]">
            {waiting.wording}
          </dd>
        </div>
      </dl>
      {waiting.isStale ? <Notice tone="warn">{t('second.stale')}</Notice> : null}
      <SecondHand
        hidden={{ documentId: props.documentId, findingId: waiting.findingId, kind: 'tierDecision' }}
        foundBy={waiting.foundBy}
        at={waiting.at}
        isOwn={waiting.isOwn}
        may={waiting.may}
        sure={t('second.sureDecision')}
        confirm={props.confirm}
        takeBack={props.takeBack}
        locale={locale}
      />
    </>
  );
}
