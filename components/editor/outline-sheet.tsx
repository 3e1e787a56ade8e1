'use client';

import type { Editor } from '@tiptap/core';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { OutlinePanel } from './outline-panel';

/** The outline where there is no room beside the text. */
export function OutlineSheet(props: { editor: Editor; language: string; onClose: () => void }) {
  const t = useTranslations('editor.outline');
  return (
    <Dialog open onClose={props.onClose} title={t('title')}>
      <nav aria-label={t('title')}>
        <OutlinePanel editor={props.editor} language={props.language} onGo={props.onClose} />
      </nav>
      <div>
        <Button onClick={props.onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  );
}
