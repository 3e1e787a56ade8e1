import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { HouseStyle } from '@/domain/text/numbering';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { RelationFields } from './outcome-fields';

interface ClauseFormProps {
  readonly clusterId: string;
  readonly text: {
    readonly documentId: string;
    readonly houseStyle: HouseStyle;
    readonly clauses: readonly { readonly id: string; readonly citation: string; readonly opening: string }[];
  };
  readonly locale: Locale;
  readonly action: FormAction;
}

/** A new clause of a draft, in the words of whoever opens it, in its place. */
export function OpenClauseForm(props: ClauseFormProps) {
  const { text, locale } = props;
  const t = translator(locale, 'brainstorm');
  const kinds =
    text.houseStyle === 'declaration' ? (['operative', 'preambular'] as const) : (['paragraph'] as const);
  return (
    <ActionForm
      action={props.action}
      words={formWords(locale)}
      submit={t('clause.openDo')}
      tone="primary"
      hidden={{ clusterId: props.clusterId, documentId: text.documentId }}
    >
      <FormField name="words" type="textarea" label={t('clause.words')} maxLength={4000} required />
      <FormField
        name="kind"
        type="select"
        label={t('clause.kind')}
        options={kinds.map((value) => ({ value, label: t(`clause.kinds.${value}`) }))}
      />
      <FormField
        name="after"
        type="select"
        label={t('clause.after')}
        defaultValue={text.clauses.at(-1)?.id ?? ''}
        options={[{ value: '', label: t('clause.start') }, ...clauseOptions(text.clauses)]}
      />
      <RelationFields locale={locale} />
    </ActionForm>
  );
}

/** A clause that stands takes the cluster up. */
export function LinkClauseForm(props: ClauseFormProps) {
  const { text, locale } = props;
  const t = translator(locale, 'brainstorm');
  return (
    <ActionForm
      action={props.action}
      words={formWords(locale)}
      submit={t('clause.linkDo')}
      hidden={{ clusterId: props.clusterId, documentId: text.documentId }}
    >
      <FormField
        name="clauseId"
        type="select"
        label={t('clause.which')}
        options={clauseOptions(text.clauses)}
      />
      <RelationFields locale={locale} />
    </ActionForm>
  );
}

/** A clause as a choice: its number where it has one, and how it begins. */
export function clauseOptions(clauses: ClauseFormProps['text']['clauses']) {
  return clauses.map(({ id, citation, opening }) => ({
    value: id,
    label: [citation, opening].filter((part) => part !== '').join(' · '),
  }));
}
