'use client';

import type { Editor } from '@tiptap/core';
import { useRef } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { moveClause } from './clause-commands';
import { apply, type EditorPanel } from './extensions/clause-keys';
import { Icon, type IconName } from './icons';
import { keysFor } from './keys';
import { KindMenu } from './kind-menu';
import { LanguageMenu } from './language-menu';
import { TableMenu } from './table-menu';
import { toolbarState } from './toolbar-state';
import { useEditorValue } from './use-editor-value';
import { useRovingFocus } from './use-roving-focus';

const BUTTON =
  'inline-flex h-9 min-w-9 shrink-0 cursor-pointer items-center gap-1 rounded px-2 text-ink hover:bg-accent-soft hover:text-accent aria-pressed:bg-accent-soft aria-pressed:text-accent disabled:cursor-default disabled:text-muted disabled:opacity-55 disabled:hover:bg-transparent';

/** One row that scrolls on a narrow screen. One Tab stop; the arrow keys go from tool to tool. */
export function EditorToolbar(props: {
  editor: Editor;
  open: (panel: EditorPanel) => void;
  onOutline: () => void;
  /** Whether words may be put in brackets here. */
  brackets: boolean;
  onRefusal: (words: string) => void;
}) {
  const t = useTranslations('editor');
  const { editor, open } = props;
  const state = useEditorValue(editor, toolbarState);
  const row = useRef<HTMLDivElement>(null);
  const onKey = useRovingFocus(row);
  const chain = () => editor.chain().focus();
  return (
    <div
      ref={row}
      role="toolbar"
      onKeyDown={onKey}
      aria-label={t('toolbar.label')}
      className="flex items-center gap-0.5 overflow-x-auto overscroll-x-contain px-1 py-1 [scrollbar-width:thin]"
    >
      <KindMenu editor={editor} kind={state.kind} className={BUTTON} />
      <Line />
      <Tool
        icon="bold"
        label={t('toolbar.bold')}
        keys="Mod-b"
        pressed={state.bold}
        onPress={() => chain().toggleMark('bold').run()}
      />
      <Tool
        icon="italic"
        label={t('toolbar.italic')}
        keys="Mod-i"
        pressed={state.italic}
        onPress={() => chain().toggleMark('italic').run()}
      />
      <Tool
        icon="underline"
        label={t('toolbar.underline')}
        keys="Mod-u"
        pressed={state.underline}
        onPress={() => chain().toggleMark('underline').run()}
      />
      <Line />
      <Tool
        icon="link"
        label={t('toolbar.link')}
        keys="Mod-k"
        pressed={state.link}
        onPress={() => open('link')}
      />
      <LanguageMenu editor={editor} language={state.language} className={BUTTON} />
      <Tool icon="footnote" label={t('toolbar.footnote')} keys="Mod-Alt-f" onPress={() => open('footnote')} />
      {props.brackets ? (
        <Tool icon="bracket" label={t('toolbar.bracket')} onPress={() => open('bracket')} />
      ) : null}
      <Line />
      <Tool
        icon="bulletList"
        label={t('toolbar.bulletList')}
        pressed={state.bulletList}
        disabled={state.inTable}
        onPress={() => chain().toggleList('bulletList', 'listItem').run()}
      />
      <Tool
        icon="orderedList"
        label={t('toolbar.orderedList')}
        pressed={state.orderedList}
        disabled={state.inTable}
        onPress={() => chain().toggleList('orderedList', 'listItem').run()}
      />
      <TableMenu
        editor={editor}
        inTable={state.inTable}
        headerRow={state.headerRow}
        className={`${BUTTON} justify-center`}
        onRefusal={() => props.onRefusal(t('table.merged'))}
      />
      <Line />
      <Tool
        icon="moveUp"
        label={t('toolbar.moveUp')}
        keys="Alt-ArrowUp"
        onPress={() => apply(editor, moveClause(-1)) && editor.commands.focus()}
      />
      <Tool
        icon="moveDown"
        label={t('toolbar.moveDown')}
        keys="Alt-ArrowDown"
        onPress={() => apply(editor, moveClause(1)) && editor.commands.focus()}
      />
      <Line />
      <Tool
        icon="undo"
        label={t('toolbar.undo')}
        keys="Mod-z"
        disabled={!state.canUndo}
        onPress={() => editor.commands.undo()}
      />
      <Tool
        icon="redo"
        label={t('toolbar.redo')}
        keys="Mod-Shift-z"
        disabled={!state.canRedo}
        onPress={() => editor.commands.redo()}
      />
      <Line />
      <Tool icon="find" label={t('toolbar.find')} keys="Mod-f" onPress={() => open('find')} />
      <span className="xl:hidden">
        <Tool icon="outline" label={t('toolbar.outline')} onPress={props.onOutline} />
      </span>
      <Tool icon="help" label={t('toolbar.help')} keys="Mod-/" onPress={() => open('help')} />
    </div>
  );
}

function Tool(props: {
  icon: IconName;
  label: string;
  keys?: string;
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => unknown;
}) {
  return (
    <button
      type="button"
      className={BUTTON}
      aria-label={props.label}
      title={props.keys === undefined ? props.label : `${props.label} (${keysFor(props.keys)})`}
      {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
      disabled={props.disabled ?? false}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void props.onPress()}
    >
      <Icon name={props.icon} />
    </button>
  );
}

function Line() {
  return <span aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-line" />;
}
