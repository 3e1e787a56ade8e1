'use client';

import type { Editor } from '@tiptap/core';
import { useTranslations } from '@/components/i18n/use-translations';
import { showPosition } from './extensions/spotlight';
import { blockPosition, type OutlineEntry, outlineOf } from './outline';
import { useEditorValue, useSettledValue } from './use-editor-value';

const INDENT = ['pl-3', 'pl-3', 'pl-5', 'pl-7'] as const;

/** Headings and operative paragraphs with their numbers; the one where the caret stands is marked. */
export function OutlinePanel(props: { editor: Editor; language: string; onGo?: () => void }) {
  const t = useTranslations('editor.outline');
  const { editor } = props;
  const entries = useSettledValue(editor, ({ state }) => outlineOf(state));
  const caret = useEditorValue(editor, ({ state }) => state.selection.$from.index(0));
  const here = entries.findLastIndex(({ index }) => index <= caret);
  if (entries.length === 0) return <p className="px-3 text-sm text-muted">{t('empty')}</p>;
  const go = (entry: OutlineEntry) => {
    props.onGo?.();
    const pos = blockPosition(editor.state, entry.index);
    if (pos !== null) showPosition(editor.view, pos);
  };
  return (
    <ol lang={props.language} className="text-[0.8125rem] leading-snug">
      {entries.map((entry, at) => (
        <li key={entry.id ?? `block-${entry.index}`}>
          <button
            type="button"
            aria-current={at === here ? 'location' : undefined}
            className={`flex w-full cursor-pointer gap-1.5 border-l-2 border-transparent py-1 pr-2 text-left hover:bg-accent-soft aria-[current=location]:border-accent aria-[current=location]:text-accent ${INDENT[entry.depth] ?? 'pl-9'} ${entry.kind === 'operative' ? '' : 'font-medium'}`}
            onClick={() => go(entry)}
          >
            {entry.label === '' ? null : (
              <span className="shrink-0 text-muted tabular-nums">{entry.label}</span>
            )}
            <span className="line-clamp-2">{entry.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
