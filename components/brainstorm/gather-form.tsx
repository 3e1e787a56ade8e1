import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { GATHER_FORM } from './input-card';

interface GatherProps {
  readonly roundId: string;
  readonly clusters: readonly { readonly id: string; readonly title: string }[];
  readonly locale: Locale;
  readonly action: FormAction;
}

/** Gathers what is chosen on the board into a cluster that stands, or a new one. By keyboard as by mouse. */
export function GatherForm(props: GatherProps) {
  const t = translator(props.locale, 'brainstorm');
  return (
    <ActionForm
      id={GATHER_FORM}
      action={props.action}
      words={formWords(props.locale)}
      submit={t('gatherDo')}
      hidden={{ roundId: props.roundId }}
    >
      <p className="text-sm text-muted">{t('gatherHint')}</p>
      <IntoFields {...props} />
    </ActionForm>
  );
}

/** Into which cluster; a title where it is a new one. */
export function IntoFields(props: Pick<GatherProps, 'clusters' | 'locale'>) {
  const t = translator(props.locale, 'brainstorm');
  return (
    <>
      {props.clusters.length === 0 ? null : (
        <FormField
          name="clusterId"
          type="select"
          label={t('into')}
          options={[
            { value: '', label: t('newCluster') },
            ...props.clusters.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
      <FormField name="title" label={t('clusterTitle')} maxLength={200} />
    </>
  );
}
