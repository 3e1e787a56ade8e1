import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import type { BoardCluster } from './types';

/** A delegation's dots: advice to the meeting, all of them at once. */
export function DotsForm(props: {
  roundId: string;
  clusters: readonly BoardCluster[];
  budget: number;
  seen: string;
  locale: Locale;
  action: FormAction;
}) {
  const t = translator(props.locale, 'brainstorm');
  return (
    <ActionForm
      action={props.action}
      words={formWords(props.locale)}
      submit={t('giveDotsDo')}
      hidden={{ roundId: props.roundId, seen: props.seen }}
      keep
    >
      <p className="text-sm text-muted">{t('giveDotsLead', { budget: props.budget })}</p>
      {props.clusters.map(({ id, title, own }) => (
        <FormField
          key={id}
          name={`dots.${id}`}
          type="number"
          label={title}
          defaultValue={String(own)}
          maxLength={3}
        />
      ))}
    </ActionForm>
  );
}
