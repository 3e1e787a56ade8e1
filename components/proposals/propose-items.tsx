'use client';

import type { Editor } from '@tiptap/core';
import { MenuItem, MenuLine } from '@/components/editor/menu-parts';
import { useTranslations } from '@/components/i18n/use-translations';
import { mergeableAfter } from '@/domain/negotiation/proposal-place';
import type { ProposalKind } from '@/domain/negotiation/types';
import type { DocumentJson } from '@/domain/text/document-json';

/** What one may propose for a clause, as items of its menu. */
export function ProposeItems(props: {
  editor: Editor;
  clauseId: string;
  begin: (kind: ProposalKind, otherClauseId: string | null) => void;
  move: () => void;
}) {
  const t = useTranslations('proposals.begin');
  const next = mergeableAfter(props.editor.getJSON() as DocumentJson, props.clauseId);
  return (
    <>
      <MenuLine />
      <MenuItem onSelect={() => props.begin('replace', null)}>{t('replace')}</MenuItem>
      <MenuItem onSelect={() => props.begin('insert', null)}>{t('insert')}</MenuItem>
      <MenuItem onSelect={() => props.begin('delete', null)}>{t('delete')}</MenuItem>
      <MenuItem onSelect={props.move}>{t('move')}</MenuItem>
      <MenuItem disabled={next === null} onSelect={() => props.begin('merge', next?.id ?? null)}>
        {t('merge')}
      </MenuItem>
      <MenuItem onSelect={() => props.begin('comment', null)}>{t('comment')}</MenuItem>
    </>
  );
}
