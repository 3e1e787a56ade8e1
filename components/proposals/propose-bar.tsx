'use client';

import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { clauseAt } from '@/components/editor/clause-at';
import { PopupMenu } from '@/components/editor/popup-menu';
import { useEditorValue } from '@/components/editor/use-editor-value';
import { useTranslations } from '@/components/i18n/use-translations';
import { buttonClass } from '@/components/ui/button';

/** Above the text: what one can do here, the clause at the caret, and the way to the own delegation's drafts. */
export function ProposeBar(props: {
  editor: Editor;
  documentId: string;
  drafts: readonly { readonly id: string; readonly label: string }[];
  doings: (clauseId: string) => ReactNode;
  onShow: (draftId: string) => void;
}) {
  const t = useTranslations('proposals');
  const clauseId = useEditorValue(props.editor, ({ state }) => clauseAt(state.selection.$from)?.id ?? null);
  return (
    <div className="no-print mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3 text-sm">
      <PopupMenu label={t('begin.title')} className={buttonClass('primary')} face={t('begin.title')}>
        {clauseId === null ? null : props.doings(clauseId)}
      </PopupMenu>
      <p className="min-w-0 flex-1 text-muted">{t('begin.hint')}</p>
      {props.drafts.length === 0 ? null : (
        <ul className="flex w-full flex-wrap items-center gap-x-3 gap-y-1">
          <li className="font-medium">{t('draft.own', { count: props.drafts.length })}</li>
          {props.drafts.map((draft) => (
            <li key={draft.id}>
              <button
                type="button"
                className="min-h-6 cursor-pointer text-accent underline underline-offset-2"
                onClick={() => props.onShow(draft.id)}
              >
                {draft.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
