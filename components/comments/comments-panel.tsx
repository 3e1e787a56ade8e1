'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Select } from '@/components/ui/field';
import { COMMENT_RINGS } from '@/domain/comments/rings';
import type { CommentsView, ThreadView } from '@/domain/comments/view';
import type { CommentActs } from './acts';
import { isShown, type ThreadFilter } from './filter';
import type { Places } from './places';
import { useRingName } from './ring-label';
import { ThreadCard, type WordsNow } from './thread-card';

/** The conversations of a text in the order of their words, those whose words are gone at the end. */
export function CommentsPanel(props: {
  documentId: string;
  view: CommentsView;
  places: Places | null;
  filter: ThreadFilter;
  onFilter: (filter: ThreadFilter) => void;
  current: string | null;
  onChoose: (threadId: string) => void;
  language: string;
  acts: CommentActs;
  refresh: () => Promise<void>;
  countryName: (code: string) => string;
}) {
  const t = useTranslations('comments');
  const ringName = useRingName(props.countryName);
  const { view, places, filter } = props;
  const shown = inOrder(
    view.threads.filter((thread) => isShown(thread, filter)),
    places,
  );
  const rings = COMMENT_RINGS.filter((ring) => ring !== 'delegation' || view.delegation !== null);
  return (
    <>
      {view.threads.length === 0 ? (
        <p className="text-sm text-muted">{t(view.rings.length === 0 ? 'noneRead' : 'noneText')}</p>
      ) : (
        <div className="grid grid-cols-2 gap-2">
          <Select
            aria-label={t('filter.state')}
            className="min-h-8! px-2! py-0.5! text-[0.8125rem]"
            value={filter.state}
            onChange={(event) =>
              props.onFilter({ ...filter, state: event.target.value as ThreadFilter['state'] })
            }
          >
            {(['open', 'resolved', 'all'] as const).map((state) => (
              <option key={state} value={state}>
                {t(`filter.${state}`)}
              </option>
            ))}
          </Select>
          <Select
            aria-label={t('filter.ring')}
            className="min-h-8! px-2! py-0.5! text-[0.8125rem]"
            value={filter.ring}
            onChange={(event) =>
              props.onFilter({ ...filter, ring: event.target.value as ThreadFilter['ring'] })
            }
          >
            <option value="all">{t('ring.all')}</option>
            {rings.map((ring) => (
              <option key={ring} value={ring}>
                {ringName(ring, view.delegation)}
              </option>
            ))}
          </Select>
        </div>
      )}
      {view.threads.length > 0 && shown.length === 0 ? (
        <p className="text-sm text-muted">{t('none')}</p>
      ) : null}
      {shown.map((thread) => (
        <ThreadCard
          key={thread.id}
          documentId={props.documentId}
          thread={thread}
          wordsNow={wordsNow(thread, places)}
          language={props.language}
          isCurrent={thread.id === props.current}
          onChoose={() => props.onChoose(thread.id)}
          acts={props.acts}
          refresh={props.refresh}
          countryName={props.countryName}
        />
      ))}
    </>
  );
}

function wordsNow(thread: ThreadView, places: Places | null): WordsNow {
  const place = places?.get(thread.id);
  if (place === undefined) return 'there';
  if (place === null) return 'gone';
  return place.asQuoted ? 'there' : 'changed';
}

function inOrder(threads: readonly ThreadView[], places: Places | null): ThreadView[] {
  const orderOf = (thread: ThreadView): [number, number] => {
    const place = places?.get(thread.id) ?? null;
    return place === null ? [Infinity, 0] : [place.clause, place.from];
  };
  return threads.toSorted((a, b) => {
    const [clauseA, fromA] = orderOf(a);
    const [clauseB, fromB] = orderOf(b);
    if (clauseA !== clauseB) return clauseA < clauseB ? -1 : 1;
    return fromA - fromB || (a.at < b.at ? -1 : 1);
  });
}
