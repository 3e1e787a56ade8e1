'use client';

import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
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
    if (apply(editor, showMatch())) reveal(editor);
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
      go(event.shiftKey ? -1 : 1);
    }
  };
  const go = (by: 1 | -1) => {
    if (apply(editor, stepMatch(by))) reveal(editor);
  };
  const replaceOne = () => {
    if (apply(editor, replaceMatch(replacement))) reveal(editor);
  };
  const replaceAll = () => {
    if (apply(editor, replaceEveryMatch(replacement))) setDone(t('replaced', { count }));
  };
  return (
    <search
      aria-label={t('title')}
      className="grid gap-2 border-t border-line px-3 py-2 sm:grid-cols-[1fr_auto]"
      onKeyDown={onKey}
    >
      <label htmlFor={`${id}-find`} className="flex items-center gap-2 text-sm">
        <span className="w-24 shrink-0 text-muted">{t('find')}</span>
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
      <div className="flex items-center gap-1">
        <p className="min-w-20 text-sm whitespace-nowrap text-muted" role="status">
          {done === '' ? (text === '' ? '' : t('count', { count, current })) : done}
        </p>
        <Button
          tone="quiet"
          aria-label={t('previous')}
          title={t('previous')}
          onClick={() => go(-1)}
          disabled={count === 0}
        >
          <Icon name="moveUp" />
        </Button>
        <Button
          tone="quiet"
          aria-label={t('next')}
          title={t('next')}
          onClick={() => go(1)}
          disabled={count === 0}
        >
          <Icon name="moveDown" />
        </Button>
        <Button tone="quiet" className="ml-auto" aria-label={t('close')} title={t('close')} onClick={close}>
          <Icon name="close" />
        </Button>
      </div>
      <label htmlFor={`${id}-replace`} className="flex items-center gap-2 text-sm">
        <span className="w-24 shrink-0 text-muted">{t('replace')}</span>
        <TextInput
          id={`${id}-replace`}
          autoComplete="off"
          value={replacement}
          onChange={(event) => setReplacement(event.target.value)}
        />
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={replaceOne} disabled={count === 0}>
          {t('replaceOne')}
        </Button>
        <Button onClick={replaceAll} disabled={count === 0}>
          {t('replaceAll')}
        </Button>
        <label className="flex items-center gap-1.5 text-sm whitespace-nowrap">
          <input
            type="checkbox"
            checked={matchCase}
            onChange={(event) => setMatchCase(event.target.checked)}
          />
          {t('matchCase')}
        </label>
      </div>
    </search>
  );
}

/** ProseMirror scrolls only to where the focus is; here the focus stays in the panel. */
function reveal(editor: Editor): void {
  requestAnimationFrame(() => {
    editor.view.dom.querySelector('.found-here')?.scrollIntoView({ block: 'center' });
  });
}

/** A few selected words are what one wants to find. */
function selectedWords(editor: Editor): string {
  const { from, to, $from, $to } = editor.state.selection;
  return $from.sameParent($to) && to - from <= 100 ? editor.state.doc.textBetween(from, to) : '';
}
