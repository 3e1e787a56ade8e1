'use client';

import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { selectedRect } from '@tiptap/pm/tables';
import { useTranslations } from '@/components/i18n/use-translations';
import { isRegular, moveClause } from './clause-commands';
import { apply } from './extensions/clause-keys';
import { Icon } from './icons';
import { keysFor } from './keys';
import { MenuCheck, MenuItem, MenuLine } from './menu-parts';
import { PopupMenu } from './popup-menu';
import { moveColumn } from './table-commands';

/** Everything one does to a matrix: rows and columns come, go and move; the first row can be a header. */
export function TableMenu(props: {
  editor: Editor;
  inTable: boolean;
  headerRow: boolean;
  className: string;
  onRefusal: () => void;
}) {
  const t = useTranslations('editor');
  const { editor } = props;
  const chain = () => editor.chain().focus();
  const move = (command: Command) => {
    if (!apply(editor, command) && !isRegular(selectedRect(editor.state).table)) props.onRefusal();
    editor.commands.focus();
  };
  return (
    <PopupMenu label={t('toolbar.table')} className={props.className} face={<Icon name="table" />}>
      {props.inTable ? (
        <>
          <MenuItem onSelect={() => chain().addRowBefore().run()}>{t('table.rowAbove')}</MenuItem>
          <MenuItem onSelect={() => chain().addRowAfter().run()}>{t('table.rowBelow')}</MenuItem>
          <MenuItem onSelect={() => chain().addColumnBefore().run()}>{t('table.columnLeft')}</MenuItem>
          <MenuItem onSelect={() => chain().addColumnAfter().run()}>{t('table.columnRight')}</MenuItem>
          <MenuLine />
          <MenuItem keys={keysFor('Alt-ArrowUp')} onSelect={() => move(moveClause(-1))}>
            {t('table.moveRowUp')}
          </MenuItem>
          <MenuItem keys={keysFor('Alt-ArrowDown')} onSelect={() => move(moveClause(1))}>
            {t('table.moveRowDown')}
          </MenuItem>
          <MenuItem onSelect={() => move(moveColumn(-1))}>{t('table.moveColumnLeft')}</MenuItem>
          <MenuItem onSelect={() => move(moveColumn(1))}>{t('table.moveColumnRight')}</MenuItem>
          <MenuLine />
          <MenuCheck checked={props.headerRow} onSelect={() => chain().toggleHeaderRow().run()}>
            {t('table.headerRow')}
          </MenuCheck>
          <MenuLine />
          <MenuItem danger onSelect={() => chain().deleteRow().run()}>
            {t('table.deleteRow')}
          </MenuItem>
          <MenuItem danger onSelect={() => chain().deleteColumn().run()}>
            {t('table.deleteColumn')}
          </MenuItem>
          <MenuItem danger onSelect={() => chain().deleteTable().run()}>
            {t('table.deleteTable')}
          </MenuItem>
        </>
      ) : (
        <MenuItem onSelect={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}>
          {t('table.insert')}
        </MenuItem>
      )}
    </PopupMenu>
  );
}
