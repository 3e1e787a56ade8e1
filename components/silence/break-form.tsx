import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { AmendmentFields } from './amendment-fields';

/**
 * A delegation breaks the silence: in writing, under a receipt that makes sending twice one act. An objection says no;
 * an amendment says what the text should say instead, and becomes a proposal.
 */
export function BreakForm(props: {
  documentId: string;
  runId: string;
  receipt: string;
  /** The clauses that may be amended, with their words. */
  clauses: readonly {
    readonly id: string;
    readonly citation: string;
    readonly opening: string;
    readonly words: string;
  }[];
  /** Language of the text. */
  language: string;
  /** Whether the body names who broke a silence. */
  isNamed: boolean;
  action: FormAction;
  locale: Locale;
}) {
  const { documentId, runId, receipt, action, locale } = props;
  const t = translator(locale, 'silence');
  const hidden = { documentId, runId, receipt };
  const words = formWords(locale);
  return (
    <div className="grid gap-4">
      <p className="text-sm text-muted">{t('break.text')}</p>
      <ActionForm
        action={action}
        words={words}
        submit={t('break.submit')}
        tone="danger"
        hidden={{ ...hidden, kind: 'objection' }}
      >
        <FormField
          name="text"
          type="textarea"
          label={t('break.words')}
          hint={t('break.wordsHint')}
          maxLength={10_000}
          required
        />
      </ActionForm>
      <Disclosure summary={t('break.amend')}>
        <ActionForm
          action={action}
          words={words}
          submit={t('break.amendSubmit')}
          tone="danger"
          hidden={{ ...hidden, kind: 'amendment' }}
        >
          <p className="text-sm text-muted">{t(props.isNamed ? 'break.tabled' : 'break.drafted')}</p>
          <AmendmentFields
            clauses={props.clauses.map(({ id, citation, opening, words }) => ({
              id,
              label: citation === '' ? opening : `${citation} · ${opening}`,
              words,
            }))}
            language={props.language}
            words={{
              change: t('break.change'),
              replace: t('break.replace'),
              insert: t('break.insert'),
              clause: t('break.clause'),
              words: t('break.newWords'),
              wordsHint: t('break.newWordsHint'),
            }}
          />
          <FormField name="text" type="textarea" label={t('break.reason')} maxLength={2000} required />
        </ActionForm>
      </Disclosure>
    </div>
  );
}
