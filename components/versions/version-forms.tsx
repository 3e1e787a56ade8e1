'use client';

import { type ReactNode, startTransition, useActionState, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { ActAnswer } from './act-answer';
import { COMMENT_LENGTH, NAME_LENGTH } from './lengths';

type Action = (before: ActAnswer, form: FormData) => Promise<ActAnswer>;

/** Stores the text as it stands under a name. */
export function TakeVersion(props: { documentId: string; take: Action }) {
  const t = useTranslations('versions');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('take.button')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('take.title')}>
        <ActForm
          action={props.take}
          explain={t('take.explain')}
          confirm={t('take.confirm')}
          working={t('take.working')}
          onClose={() => setOpen(false)}
        >
          {(answer) => (
            <>
              <input type="hidden" name="documentId" value={props.documentId} />
              <Field
                id="version-name"
                label={t('take.name')}
                hint={t('take.nameHint')}
                error={answer.fields?.name}
              >
                <TextInput
                  id="version-name"
                  name="name"
                  maxLength={NAME_LENGTH}
                  autoComplete="off"
                  required
                  aria-describedby="version-name-hint"
                  aria-invalid={answer.fields?.name === undefined ? undefined : true}
                />
              </Field>
              <CommentField
                hint={t('take.commentHint')}
                label={t('take.comment')}
                error={answer.fields?.comment}
              />
            </>
          )}
        </ActForm>
      </Dialog>
    </>
  );
}

/** Issues the text as it stands as the next numbered revision. */
export function IssueRevision(props: { documentId: string; revision: number; issue: Action }) {
  const t = useTranslations('versions');
  const { revision } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('issue.button', { revision })}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('issue.title', { revision })}>
        <ActForm
          action={props.issue}
          explain={t('issue.explain')}
          confirm={t('issue.confirm', { revision })}
          working={t('issue.working')}
          onClose={() => setOpen(false)}
        >
          {(answer) => (
            <>
              <input type="hidden" name="documentId" value={props.documentId} />
              <CommentField
                hint={t('issue.commentHint')}
                label={t('issue.comment')}
                error={answer.fields?.comment}
              />
            </>
          )}
        </ActForm>
      </Dialog>
    </>
  );
}

function CommentField(props: { label: string; hint: string; error: string | undefined }) {
  return (
    <Field id="version-comment" label={props.label} hint={props.hint} error={props.error}>
      <TextArea
        id="version-comment"
        name="comment"
        rows={3}
        maxLength={COMMENT_LENGTH}
        aria-describedby="version-comment-hint"
        aria-invalid={props.error === undefined ? undefined : true}
      />
    </Field>
  );
}

/** A question in a dialog: sends, says what came of it, and keeps what was typed where it was refused. */
function ActForm(props: {
  action: Action;
  explain: string;
  confirm: string;
  working: string;
  onClose: () => void;
  children: (answer: ActAnswer) => ReactNode;
}) {
  const t = useTranslations('versions');
  const [answer, send, working] = useActionState(props.action, { state: 'idle' });
  if (answer.state === 'done') {
    return (
      <>
        <Notice tone="done">{answer.message}</Notice>
        <div className="flex justify-end">
          <Button onClick={props.onClose}>{t('close')}</Button>
        </div>
      </>
    );
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        // A form action would empty the fields even where the answer is a refusal.
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => send(form));
      }}
    >
      <p className="text-sm">{props.explain}</p>
      {props.children(answer)}
      {answer.message === undefined ? null : <Notice tone="error">{answer.message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={props.onClose}>{t('take.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={working}>
          {working ? props.working : props.confirm}
        </Button>
      </div>
    </form>
  );
}
