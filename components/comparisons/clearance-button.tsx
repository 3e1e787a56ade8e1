'use client';

import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import type { ActAnswer } from '@/components/versions/act-answer';
import { ActForm } from '@/components/versions/act-form';
import { COMMENT_LENGTH } from '@/components/versions/lengths';

export type ClearanceAction = (before: ActAnswer, form: FormData) => Promise<ActAnswer>;

/**
 * Records that the own capital has cleared a version, or takes that back. One button for both: the answer is read in
 * the dialog that asked, while the page behind it changes already.
 */
export function ClearanceButton(props: {
  documentId: string;
  number: number;
  /** How the version is cited: "Rev.2 (version 7)". */
  citation: string;
  isCleared: boolean;
  /** Days between which the capital may have cleared it. */
  earliest: string;
  today: string;
  clear: ClearanceAction;
  withdraw: ClearanceAction;
  /** A full button instead of a quiet link in a line. */
  prominent: boolean;
}) {
  const t = useTranslations('comparisons');
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<'clear' | 'withdraw'>('clear');
  const { citation: version, isCleared } = props;
  const ask = () => {
    setAsked(isCleared ? 'withdraw' : 'clear');
    setOpen(true);
  };
  const close = () => setOpen(false);
  const hidden = (
    <>
      <input type="hidden" name="documentId" value={props.documentId} />
      <input type="hidden" name="number" value={props.number} />
    </>
  );
  return (
    <>
      <button type="button" className={props.prominent ? buttonClass('plain') : 'version-link'} onClick={ask}>
        <span aria-hidden="true">{t(isCleared ? 'clearance.withdraw' : 'clearance.button')}</span>
        <span className="sr-only">
          {t(isCleared ? 'clearance.withdrawOf' : 'clearance.ofVersion', { version })}
        </span>
      </button>
      <Dialog
        open={open}
        onClose={close}
        title={t(asked === 'clear' ? 'clearance.title' : 'clearance.withdrawTitle', { version })}
      >
        {asked === 'clear' ? (
          <ActForm
            action={props.clear}
            explain={t('clearance.explain')}
            confirm={t('clearance.confirm')}
            working={t('clearance.working')}
            onClose={close}
          >
            {(answer) => (
              <>
                {hidden}
                <ClearanceFields answer={answer} earliest={props.earliest} today={props.today} />
              </>
            )}
          </ActForm>
        ) : (
          <ActForm
            key="withdraw"
            action={props.withdraw}
            explain={t('clearance.withdrawExplain')}
            confirm={t('clearance.withdrawConfirm')}
            working={t('clearance.withdrawWorking')}
            onClose={close}
          >
            {() => hidden}
          </ActForm>
        )}
      </Dialog>
    </>
  );
}

function ClearanceFields(props: { answer: ActAnswer; earliest: string; today: string }) {
  const t = useTranslations('comparisons');
  const { clearedOn, note } = props.answer.fields ?? {};
  return (
    <>
      <Field id="cleared-on" label={t('clearance.day')} error={clearedOn}>
        <TextInput
          id="cleared-on"
          name="clearedOn"
          type="date"
          defaultValue={props.today}
          min={props.earliest}
          max={props.today}
          required
          className="max-w-48"
          aria-invalid={clearedOn === undefined ? undefined : true}
        />
      </Field>
      <Field id="clearance-note" label={t('clearance.note')} hint={t('clearance.noteHint')} error={note}>
        <TextArea
          id="clearance-note"
          name="note"
          rows={3}
          maxLength={COMMENT_LENGTH}
          aria-describedby="clearance-note-hint"
        />
      </Field>
    </>
  );
}
