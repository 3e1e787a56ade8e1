'use client';

import type { Editor } from '@tiptap/core';
import { useTranslations } from '@/components/i18n/use-translations';
import { footnotePlaces, selectFootnote } from './footnotes';
import { useSettledValue } from './use-editor-value';

/** The footnotes at the end of the page; each leads back to where it is called. */
export function FootnoteList(props: { editor: Editor; language: string }) {
  const t = useTranslations('editor.footnotes');
  const { editor } = props;
  const notes = useSettledValue(editor, ({ state }) => footnotePlaces(state.doc));
  if (notes.length === 0) return null;
  const goTo = (index: number) => {
    const place = footnotePlaces(editor.state.doc)[index];
    if (place !== undefined) selectFootnote(editor, place.pos);
  };
  return (
    <section className="text-footnotes ml-[2.6rem] sm:ml-[3.75rem]" aria-label={t('title')}>
      <ol lang={props.language}>
        {notes.map(({ text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a footnote is its place in the text
          <li key={index}>
            {text}{' '}
            <button
              type="button"
              className="cursor-pointer text-accent"
              aria-label={t('back', { number: index + 1 })}
              onClick={() => goTo(index)}
            >
              ↩
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
