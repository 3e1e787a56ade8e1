'use client';

import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useContext } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { type CitedClause, citedClause, clauseAddress, copyText, wroteAddress } from './clause-actions';
import { moveClause } from './clause-commands';
import { ClauseDoings } from './clause-doings';
import { apply } from './extensions/clause-keys';
import { keysFor } from './keys';
import { MenuItem, MenuLine } from './menu-parts';
import { blockPosition } from './outline';
import { PopupMenu } from './popup-menu';

/** What one does with a clause as a whole: cite it, link to it, move it. */
export function ClauseMenu(props: {
  editor: Editor;
  clause: CitedClause;
  className: string;
  say: (words: string) => void;
  onOpenChange?: (open: boolean) => void;
}) {
  const t = useTranslations('editor');
  const { editor, clause, say } = props;
  const { id, citation } = clause;
  const doings = useContext(ClauseDoings);
  const copy = async (text: string, done: string) => {
    if (await copyText(text)) say(done);
  };
  const move = (by: 1 | -1) => {
    const pos = blockPosition(editor.state, clause.index);
    if (pos === null || citedClause(editor, clause.index)?.citation !== citation) return;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(pos + 1))));
    apply(editor, moveClause(by));
    editor.commands.focus();
  };
  return (
    <PopupMenu
      label={t('clause.citation', { citation })}
      className={props.className}
      face={citation}
      arrow={false}
      {...(props.onOpenChange === undefined ? {} : { onOpenChange: props.onOpenChange })}
    >
      <MenuItem onSelect={() => void copy(citation, t('clause.copiedCitation', { citation }))}>
        {t('clause.copyCitation', { citation })}
      </MenuItem>
      <MenuItem
        disabled={id === null}
        onSelect={() => void copy(clauseAddress(id ?? ''), t('clause.copiedLink', { citation }))}
      >
        {t('clause.copyLink')}
      </MenuItem>
      <MenuItem disabled={id === null} onSelect={() => window.location.assign(wroteAddress(id ?? ''))}>
        {t('clause.whoWroteOf', { citation })}
      </MenuItem>
      {doings === null || id === null ? null : doings(id)}
      {editor.isEditable && doings === null ? (
        <>
          <MenuLine />
          <MenuItem keys={keysFor('Alt-ArrowUp')} onSelect={() => move(-1)}>
            {t('toolbar.moveUp')}
          </MenuItem>
          <MenuItem keys={keysFor('Alt-ArrowDown')} onSelect={() => move(1)}>
            {t('toolbar.moveDown')}
          </MenuItem>
        </>
      ) : null}
    </PopupMenu>
  );
}
