'use client';

import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import type { ActAnswer } from './act-answer';
import { ActForm } from './act-form';
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
