import { ActionForm, FormField } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { PROPOSAL_CLASSES, type ProposalClass } from '@/domain/negotiation/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

export interface ProposalFormActions {
  readonly cosponsor: FormAction;
  readonly support: FormAction;
  readonly stopBacking: FormAction;
  readonly confirm: FormAction;
  readonly withdraw: FormAction;
  readonly replace: FormAction;
  readonly challenge: FormAction;
  readonly settle: FormAction;
}

/** What this person may do with a tabled proposal now. */
export function ProposalActs(props: {
  proposal: {
    readonly id: string;
    readonly documentId: string;
    readonly number: number | null;
    readonly class: ProposalClass;
    readonly onBehalf: boolean;
    readonly confirmedAt: string | null;
    readonly may: Readonly<
      Record<'back' | 'stopBacking' | 'confirm' | 'withdraw' | 'replace' | 'challenge' | 'settle', boolean>
    >;
  };
  actions: ProposalFormActions;
  locale: Locale;
}) {
  const { proposal, actions, locale } = props;
  const t = translator(locale, 'proposals');
  const words = formWords(locale);
  const { may } = proposal;
  const hidden = { documentId: proposal.documentId, proposalId: proposal.id };
  const number = proposal.number ?? 0;
  const isDisowned = may.confirm;
  const form = (name: 'cosponsor' | 'support' | 'stopBacking' | 'confirm' | 'replace', primary = false) => (
    <ActionForm
      action={actions[name]}
      words={words}
      submit={t(`act.${name}`)}
      hidden={hidden}
      className="contents"
      tone={primary ? 'primary' : 'plain'}
    />
  );
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {may.confirm ? form('confirm', true) : null}
        {may.back ? form('cosponsor', true) : null}
        {may.back ? form('support') : null}
        {may.stopBacking ? form('stopBacking') : null}
        {may.replace ? form('replace') : null}
        {may.withdraw ? (
          <ConfirmAction
            action={actions.withdraw}
            hidden={hidden}
            label={t(isDisowned ? 'act.disown' : 'act.withdraw')}
            title={t(isDisowned ? 'act.disownTitle' : 'act.withdrawTitle', { number })}
            text={t(isDisowned ? 'act.disownText' : 'act.withdrawText')}
            confirm={t(isDisowned ? 'act.disown' : 'act.withdraw')}
            cancel={t('cancel')}
            tone="danger"
            confirmTone="danger"
          />
        ) : null}
      </div>
      {may.challenge ? (
        <Disclosure summary={t('act.challenge')}>
          <ActionForm action={actions.challenge} words={words} submit={t('act.challengeDo')} hidden={hidden}>
            <FormField
              name="reason"
              type="textarea"
              required
              maxLength={2000}
              label={t('act.challengeReason', { class: t(`class.${proposal.class}`) })}
            />
          </ActionForm>
        </Disclosure>
      ) : null}
      {may.settle ? (
        <Disclosure summary={t('act.settle')}>
          <ActionForm action={actions.settle} words={words} submit={t('act.settleDo')} hidden={hidden}>
            <FormField
              name="class"
              type="select"
              label={t('act.settleClass')}
              defaultValue={proposal.class}
              options={PROPOSAL_CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))}
            />
          </ActionForm>
        </Disclosure>
      ) : null}
    </div>
  );
}
