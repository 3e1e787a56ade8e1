'use client';

import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { citedClause } from './clause-actions';
import { ClauseMenu } from './clause-menu';
import { useEditorValue, useSettledValue } from './use-editor-value';
import { WordCounter } from './word-count';

/** The foot of the page: the clause at the caret with its citation, and how many words the text has. */
export function EditorFoot(props: { editor: Editor; say: (words: string) => void }) {
  const t = useTranslations('editor');
  const { editor } = props;
  const [counter] = useState(() => new WordCounter());
  const words = useSettledValue(editor, ({ state }) => counter.count(state.doc), 700);
  const clause = useEditorValue(editor, (of) => citedClause(of, of.state.selection.$from.index(0)));
  return (
    <div className="no-print sticky bottom-0 z-10 flex min-h-10 items-center justify-between gap-4 rounded-b-lg border-t border-line bg-paper px-4 text-sm text-muted">
      {clause === null ? (
        <span />
      ) : (
        <ClauseMenu
          editor={editor}
          clause={clause}
          say={props.say}
          className="cursor-pointer rounded px-1.5 py-1 font-medium text-accent hover:bg-accent-soft"
        />
      )}
      <span>{t('status.words', { count: words })}</span>
    </div>
  );
}
