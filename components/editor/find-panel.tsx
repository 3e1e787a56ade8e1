'use client';

import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/field';
import { apply } from './extensions/clause-keys';
import {
  findingOf,
  replaceEveryMatch,
  replaceMatch,
  seek,
  showMatch,
  stepMatch,
} from './extensions/find-in-text';
import { Icon } from './icons';
import { useEditorValue } from './use-editor-value';

/** Find and replace above the text. Enter goes on, Shift+Enter back, Escape closes and returns to the text. */
export function FindPanel(props: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('editor.find');
  const { editor } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => selectedWords(editor));
  const [matchCase, setMatchCase] = useState(false);
  const [replacement, setReplacement] = useState('');
  const [done, setDone] = useState('');
  const { count, current } = useEditorValue(editor, ({ state }) => {
    const finding = findingOf(state);
    return { count: finding.matches.length, current: finding.current + 1 };
  });

  useEffect(() => {
    field.current?.select();
  }, []);
  useEffect(() => {
    apply(editor, seek({ text, matchCase }));
    apply(editor, showMatch());
  }, [editor, text, matchCase]);
  useEffect(() => {
    return () => {
      if (!editor.isDestroyed) apply(editor, seek({ text: '', matchCase: false }));
    };
  }, [editor]);

  const close = () => {
    props.onClose();
    editor.commands.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLInputElement &&
      event.target.type !== 'checkbox'
    ) {
      event.preventDefault();
      apply(editor, stepMatch(event.shiftKey ? -1 : 1));
    }
  };
  const replaceAll = () => {
    if (apply(editor, replaceEveryMatch(replacement))) setDone(t('replaced', { count }));
  };
  return (
    <search
      aria-label={t('title')}
      className="flex flex-wrap items-end gap-x-2 gap-y-2 border-t border-line px-3 py-2"
      onKeyDown={onKey}
    >
      <label htmlFor={`${id}-find`} className="grid min-w-36 flex-1 gap-0.5 text-xs text-muted">
        {t('find')}
        <TextInput
          id={`${id}-find`}
          ref={field}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setDone('');
            setText(event.target.value);
          }}
        />
      </label>
      <p className="min-w-20 pb-2 text-sm text-muted" role="status">
        {done === '' ? (text === '' ? '' : t('count', { count, current })) : done}
      </p>
      <Button onClick={() => apply(editor, stepMatch(-1))} disabled={count === 0}>
        {t('previous')}
      </Button>
      <Button onClick={() => apply(editor, stepMatch(1))} disabled={count === 0}>
        {t('next')}
      </Button>
      <label htmlFor={`${id}-replace`} className="grid min-w-36 flex-1 gap-0.5 text-xs text-muted">
        {t('replace')}
        <TextInput
          id={`${id}-replace`}
          autoComplete="off"
          value={replacement}
          onChange={(event) => setReplacement(event.target.value)}
        />
      </label>
      <Button onClick={() => apply(editor, replaceMatch(replacement))} disabled={count === 0}>
        {t('replaceOne')}
      </Button>
      <Button onClick={replaceAll} disabled={count === 0}>
        {t('replaceAll')}
      </Button>
      <label className="flex items-center gap-1.5 pb-2 text-sm">
        <input type="checkbox" checked={matchCase} onChange={(event) => setMatchCase(event.target.checked)} />
        {t('matchCase')}
      </label>
      <Button tone="quiet" aria-label={t('close')} onClick={close}>
        <Icon name="close" />
      </Button>
    </search>
  );
}

/** A few selected words are what one wants to find. */
function selectedWords(editor: Editor): string {
  const { from, to, $from, $to } = editor.state.selection;
  return $from.sameParent($to) && to - from <= 100 ? editor.state.doc.textBetween(from, to) : '';
}
