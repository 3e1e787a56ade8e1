'use client';

import type { Editor } from '@tiptap/core';
import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { PASSAGE_LANGUAGES } from '@/domain/text/marks';
import { Icon } from './icons';
import { MenuChoice } from './menu-parts';
import { PopupMenu } from './popup-menu';

const NONE = 'own';

/** In which language the selected passage is; readers, line breaking and the comparison of versions go by it. */
export function LanguageMenu(props: { editor: Editor; language: string; className: string }) {
  const t = useTranslations('editor');
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const mark = (value: string) => {
    const chain = props.editor.chain().focus();
    if (value === NONE) chain.unsetMark('language', { extendEmptyMarkRange: true }).run();
    else chain.setMark('language', { lang: value }).run();
  };
  return (
    <PopupMenu
      label={t('toolbar.language')}
      className={props.className}
      face={
        <>
          <Icon name="language" />
          {props.language === '' ? null : <span className="text-xs uppercase">{props.language}</span>}
        </>
      }
    >
      <MenuChoice chosen={props.language === ''} onSelect={() => mark(NONE)}>
        {t('language.own')}
      </MenuChoice>
      {PASSAGE_LANGUAGES.map((code) => (
        <MenuChoice key={code} chosen={props.language === code} onSelect={() => mark(code)}>
          {names.of(code) ?? code}
        </MenuChoice>
      ))}
    </PopupMenu>
  );
}
