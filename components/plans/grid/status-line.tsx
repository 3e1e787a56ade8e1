'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import type { GridState } from './grid-state';
import type { GridWords } from './grid-words';

/** How it stands with what one changed, and what others or the server just said. */
export function StatusLine({ state, words }: { state: GridState; words: GridWords }) {
  const t = useTranslations('plan');
  const { said, save } = state;
  const isWrong = Object.keys(state.wrong).length + state.lost.length > 0;
  const standing = isWrong && save === 'saved' ? t('grid.refused') : t(`grid.${save}`);
  const tone =
    save === 'offline' || save === 'signedOut' ? 'text-warn' : isWrong ? 'text-delete' : 'text-muted';
  return (
    <div className="min-w-0 grow text-sm">
      <p role="status" className="flex flex-wrap gap-x-4">
        <span className={tone}>{standing}</span>
        {said === null ? null : (
          <span
            className={
              said.kind === 'refused' || said.kind === 'undoLost' || said.kind === 'undoFinal'
                ? 'text-delete'
                : 'text-ink'
            }
          >
            {said.kind === 'changed'
              ? t('grid.changedBy', {
                  who: words.who(said.country),
                  code: said.code,
                  field: t(`field.${said.field}`),
                })
              : said.kind === 'refused'
                ? said.message
                : said.kind === 'copied' || said.kind === 'removed' || said.kind === 'gone'
                  ? t(`grid.${said.kind}`, { count: said.count })
                  : t(`grid.${said.kind}`)}
          </span>
        )}
      </p>
    </div>
  );
}
