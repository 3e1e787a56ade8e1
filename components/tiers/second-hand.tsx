import { StepButton } from '@/components/procedure/step-button';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** What a second person does with what waits for one: confirms it, or for whoever entered it, waits or takes it back. */
export function SecondHand(props: {
  hidden: Readonly<Record<string, string>>;
  foundBy: string;
  at: string;
  isOwn: boolean;
  may: { readonly confirm: boolean; readonly takeBack: boolean };
  /** What confirming amounts to. */
  sure: string;
  confirm: FormAction;
  takeBack: FormAction;
  locale: Locale;
}) {
  const { locale, may, hidden } = props;
  const t = translator(locale, 'tiers');
  return (
    <div className="mt-3 grid justify-items-start gap-3">
      <p className="text-sm text-muted">
        {t('second.enteredBy', { name: props.foundBy, at: sayInstant(locale, props.at) })}
      </p>
      {props.isOwn ? (
        <Notice>{t('second.own')}</Notice>
      ) : may.confirm ? (
        <StepButton
          action={props.confirm}
          hidden={hidden}
          label={t('second.confirm')}
          text={props.sure}
          confirm={t('second.confirm')}
          cancel={t('second.later')}
          tone="primary"
        />
      ) : (
        <Notice>{t('second.others')}</Notice>
      )}
      {may.takeBack && !props.isOwn ? (
        <StepButton
          action={props.takeBack}
          hidden={hidden}
          label={t('second.takeBack')}
          text={t('second.sureTakeBack', { name: props.foundBy })}
          confirm={t('second.takeBack')}
          cancel={t('second.later')}
          tone="quiet"
          confirmTone="danger"
        />
      ) : null}
      {may.takeBack && props.isOwn ? (
        <ActionForm
          action={props.takeBack}
          words={formWords(locale)}
          submit={t('second.takeBack')}
          tone="quiet"
          hidden={hidden}
        />
      ) : null}
    </div>
  );
}
