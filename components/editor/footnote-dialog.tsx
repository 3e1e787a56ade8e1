'use client';

import type { Editor } from '@tiptap/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextArea } from '@/components/ui/field';
import { footnotePlaces, selectedFootnote, writeFootnote } from './footnotes';
import { LONGEST_FOOTNOTE } from './paste-from-word';

/** The words of the selected footnote, or of a new one at the caret. */
export function FootnoteDialog(props: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('editor.footnotes');
  const id = useId();
  const { editor } = props;
  const [place] = useState(() => selectedFootnote(editor));
  const [words, setWords] = useState(place?.text ?? '');
  const number =
    place === null ? 0 : footnotePlaces(editor.state.doc).findIndex(({ pos }) => pos === place.pos) + 1;

  const write = (text: string) => {
    writeFootnote(editor, place, text);
    props.onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    write(words);
  };
  return (
    <Dialog open onClose={props.onClose} title={place === null ? t('add') : t('edit', { number })}>
      <form className="grid gap-4" onSubmit={save}>
        <Field id={id} label={t('words')}>
          <TextArea
            id={id}
            rows={4}
            maxLength={LONGEST_FOOTNOTE}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" disabled={words.trim() === ''}>
            {t('save')}
          </Button>
          {place === null ? null : <Button onClick={() => write('')}>{t('remove')}</Button>}
          <Button tone="quiet" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
