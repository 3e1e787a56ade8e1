'use client';

import type { Editor } from '@tiptap/core';
import { useTranslations } from '@/components/i18n/use-translations';
import type { ClauseBlock } from '@/domain/text/nodes';
import { chooseKind } from './extensions/clause-keys';
import { keysFor } from './keys';
import { MenuChoice } from './menu-parts';
import { PopupMenu } from './popup-menu';
import { KIND_CHOICES, type KindChoice, type ToolbarState } from './toolbar-state';

const KEYS: Readonly<Partial<Record<KindChoice, string>>> = {
  paragraph: 'Mod-Alt-0',
  heading1: 'Mod-Alt-1',
  heading2: 'Mod-Alt-2',
  heading3: 'Mod-Alt-3',
  title: 'Mod-Alt-4',
  chapeau: 'Mod-Alt-5',
  preambular: 'Mod-Alt-6',
  operative: 'Mod-Alt-7',
  closing: 'Mod-Alt-8',
  annex: 'Mod-Alt-9',
};

/** What the clause at the caret is, and what else it can be. */
export function KindMenu(props: { editor: Editor; kind: ToolbarState['kind']; className: string }) {
  const t = useTranslations('editor');
  return (
    <PopupMenu
      label={`${t('toolbar.kind')}: ${t(`kinds.${props.kind}`)}`}
      className={`${props.className} w-32 justify-between sm:w-44 text-sm`}
      face={<span className="truncate">{t(`kinds.${props.kind}`)}</span>}
    >
      {KIND_CHOICES.map((choice) => {
        const keys = KEYS[choice];
        return (
          <MenuChoice
            key={choice}
            chosen={choice === props.kind}
            keys={keys === undefined ? undefined : keysFor(keys)}
            onSelect={() => choose(props.editor, choice)}
          >
            {t(`kinds.${choice}`)}
          </MenuChoice>
        );
      })}
    </PopupMenu>
  );
}

function choose(editor: Editor, choice: string): void {
  const level = Number(/\d$/.exec(choice)?.[0] ?? 1);
  chooseKind(editor, choice.replace(/\d$/, '') as ClauseBlock, level);
}
