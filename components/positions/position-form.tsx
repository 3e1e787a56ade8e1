import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { STANCES } from '@/domain/negotiation/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

const RINGS = ['tabled', 'chair', 'delegation'] as const;

/**
 * Where the delegation stands on the clauses that are chosen elsewhere on the page (`form` = `id`), or on the one in
 * `hidden.on`. With `mayConfirm` it can answer for its capital.
 */
export function PositionForm(props: {
  id?: string;
  hidden: Readonly<Record<string, string>>;
  action: FormAction;
  mayConfirm: boolean;
  locale: Locale;
}) {
  const t = translator(props.locale, 'positions');
  const stances = STANCES.filter((stance) => stance !== 'none');
  return (
    <ActionForm
      {...(props.id === undefined ? {} : { id: props.id })}
      action={props.action}
      words={formWords(props.locale)}
      hidden={props.hidden}
      submit={t('form.take')}
      tone="primary"
    >
      <FormField
        name="stance"
        type="select"
        required
        label={t('form.stance')}
        hint={t('form.reserveHint')}
        options={[
          { value: '', label: t('form.choose') },
          ...(props.mayConfirm ? [{ value: 'confirm', label: t('form.confirm') }] : []),
          ...stances.map((stance) => ({ value: stance, label: t(`stance.${stance}`) })),
          { value: 'none', label: t('stance.none') },
        ]}
      />
      <FormField
        name="ring"
        type="select"
        required
        label={t('form.ring')}
        options={[
          { value: '', label: t('form.choose') },
          ...RINGS.map((ring) => ({ value: ring, label: t(`ring.${ring}`) })),
        ]}
      />
      <FormField
        name="note"
        type="textarea"
        maxLength={2000}
        label={t('form.note')}
        hint={t('form.noteHint')}
      />
    </ActionForm>
  );
}
