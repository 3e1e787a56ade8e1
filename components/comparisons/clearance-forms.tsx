'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import type { ActAnswer } from '@/components/versions/act-answer';
import { ActForm } from '@/components/versions/act-form';
import { COMMENT_LENGTH } from '@/components/versions/lengths';

export type ClearanceAction = (before: ActAnswer, form: FormData) => Promise<ActAnswer>;

interface OfVersion {
  readonly documentId: string;
  readonly number: number;
  readonly citation: string;
  /** A full button instead of a quiet link in a line. */
  readonly prominent: boolean;
}

/** Records that the own capital has cleared a version. */
export function ClearButton(props: OfVersion & { earliest: string; today: string; clear: ClearanceAction }) {
  const t = useTranslations('comparisons');
  const { citation: version } = props;
  return (
    <Question
      {...props}
      words={t('clearance.button')}
      spoken={t('clearance.ofVersion', { version })}
      title={t('clearance.title', { version })}
      explain={t('clearance.explain')}
      confirm={t('clearance.confirm')}
      working={t('clearance.working')}
      action={props.clear}
    >
      {(answer) => (
        <>
          <Field id="cleared-on" label={t('clearance.day')} error={answer.fields?.clearedOn}>
            <TextInput
              id="cleared-on"
              name="clearedOn"
              type="date"
              defaultValue={props.today}
              min={props.earliest}
              max={props.today}
              required
              className="max-w-48"
              aria-invalid={answer.fields?.clearedOn === undefined ? undefined : true}
            />
          </Field>
          <Field
            id="clearance-note"
            label={t('clearance.note')}
            hint={t('clearance.noteHint')}
            error={answer.fields?.note}
          >
            <TextArea
              id="clearance-note"
              name="note"
              rows={3}
              maxLength={COMMENT_LENGTH}
              aria-describedby="clearance-note-hint"
            />
          </Field>
        </>
      )}
    </Question>
  );
}

/** Takes a clearance back, after asking once. */
export function WithdrawButton(props: OfVersion & { withdraw: ClearanceAction }) {
  const t = useTranslations('comparisons');
  const { citation: version } = props;
  return (
    <Question
      {...props}
      words={t('clearance.withdraw')}
      spoken={t('clearance.withdrawOf', { version })}
      title={t('clearance.withdrawTitle', { version })}
      explain={t('clearance.withdrawExplain')}
      confirm={t('clearance.withdrawConfirm')}
      working={t('clearance.withdrawWorking')}
      action={props.withdraw}
    >
      {() => null}
    </Question>
  );
}

function Question(
  props: OfVersion & {
    words: string;
    spoken: string;
    title: string;
    explain: string;
    confirm: string;
    working: string;
    action: ClearanceAction;
    children: (answer: ActAnswer) => ReactNode;
  },
) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={props.prominent ? buttonClass('plain') : 'version-link'}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">{props.words}</span>
        <span className="sr-only">{props.spoken}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={props.title}>
        <ActForm
          action={props.action}
          explain={props.explain}
          confirm={props.confirm}
          working={props.working}
          onClose={() => setOpen(false)}
        >
          {(answer) => (
            <>
              <input type="hidden" name="documentId" value={props.documentId} />
              <input type="hidden" name="number" value={props.number} />
              {props.children(answer)}
            </>
          )}
        </ActForm>
      </Dialog>
    </>
  );
}
