'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { fileArrived } from './arrived';
import { IMPORT_MEGABYTES } from './limits';

type Stage = { readonly name: 'idle' | 'reading' } | { readonly name: 'sending'; readonly percent: number };

/** Chooses a file and sends it; the page then shows what was found. A refusal leaves the choice as it was. */
export function UploadForm(props: {
  documentId: string;
  tone: 'primary' | 'plain';
  /** What the file is brought for: the whole text, or proposals on it. */
  aim?: 'text' | 'proposals';
}) {
  const isForProposals = props.aim === 'proposals';
  const t = useTranslations('import');
  const router = useRouter();
  const [stage, setStage] = useState<Stage>({ name: 'idle' });
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const file = input.current?.files?.[0];
    if (file === undefined) {
      setProblem(t('upload.choose'));
      input.current?.focus();
      return;
    }
    setProblem(null);
    setStage({ name: 'sending', percent: 0 });
    const aim = isForProposals ? '&as=proposals' : '';
    const address = `/api/documents/${props.documentId}/import?name=${encodeURIComponent(file.name)}${aim}`;
    const answer = await send(address, file, (percent) =>
      setStage(percent < 100 ? { name: 'sending', percent } : { name: 'reading' }),
    );
    setStage({ name: 'idle' });
    if (!answer.isRead) {
      setProblem(answer.problem === '' ? t('upload.failed') : answer.problem);
      return;
    }
    fileArrived(answer.id);
    form.reset();
    form.closest('details')?.removeAttribute('open');
    // What the address says of an earlier file is over.
    if (window.location.search !== '') router.replace(window.location.pathname);
    router.refresh();
  }

  const isBusy = stage.name !== 'idle';
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field
        id="import-file"
        label={t('upload.file')}
        hint={t(isForProposals ? 'proposals.hint' : 'upload.hint', { megabytes: IMPORT_MEGABYTES })}
      >
        <input
          ref={input}
          id="import-file"
          name="file"
          type="file"
          accept={isForProposals ? '.docx' : '.docx,.md,.markdown,.txt,.html,.htm,.json'}
          disabled={isBusy}
          aria-describedby="import-file-hint"
          className="import-file"
        />
      </Field>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone={props.tone} disabled={isBusy} aria-busy={isBusy}>
          {t('upload.read')}
        </Button>
        <p role="status" className="text-sm text-muted">
          {stage.name === 'sending' ? t('upload.sending', { percent: stage.percent }) : null}
          {stage.name === 'reading' ? t('upload.reading') : null}
        </p>
      </div>
    </form>
  );
}

/** Under which id the file waits; else what the server says, "" where it did not answer. */
type Answer =
  | { readonly isRead: true; readonly id: string }
  | { readonly isRead: false; readonly problem: string };

/** `fetch` tells no progress. */
function send(address: string, file: File, progress: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.onprogress = ({ loaded, total }) =>
      progress(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    request.upload.onload = () => progress(100);
    request.onerror = () => resolve({ isRead: false, problem: '' });
    request.onabort = () => resolve({ isRead: false, problem: '' });
    request.onload = () =>
      resolve(
        request.status === 200
          ? { isRead: true, id: wordOf(request.responseText, 'id') }
          : { isRead: false, problem: wordOf(request.responseText, 'message') },
      );
    request.send(file);
  });
}

function wordOf(text: string, name: 'id' | 'message'): string {
  try {
    const { [name]: word } = JSON.parse(text) as Partial<Record<typeof name, unknown>>;
    return typeof word === 'string' ? word : '';
  } catch {
    return '';
  }
}
