import type { ClauseSource } from '@/domain/brainstorm/trace';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** That a source was named for another clause or text, and how it came to this one. Nothing where it was named here. */
export function HowItCame(props: {
  source: Pick<ClauseSource, 'via' | 'isCarried'>;
  /** How the clause is cited for which it was named, where that stands. */
  citation?: string | undefined;
  locale: Locale;
}) {
  const { via, isCarried } = props.source;
  const t = translator(props.locale, 'sources');
  const words = [
    ...(via === undefined ? [] : [t(`via.${via.how}`, { clause: props.citation || t('via.aClause') })]),
    ...(isCarried === true ? [t('carried')] : []),
  ];
  return words.length === 0 ? null : <span className="text-[0.8125rem] text-muted">{words.join(' · ')}</span>;
}
