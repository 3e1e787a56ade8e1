import type { ReactNode } from 'react';
import type { RedlineSummary } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import { formatter } from '@/messages/translate';
import type { CompareWords } from './context';

/** The comparison in numbers. Nothing that is zero is left out of the words, only made quiet. */
export function Summary(props: { summary: RedlineSummary; t: CompareWords; locale: Locale }): ReactNode {
  const { summary, t } = props;
  const number = formatter(props.locale);
  const facts = [
    { term: t('summary.inserted'), value: summary.wordsInserted, sign: '+', tone: 'insert' },
    { term: t('summary.deleted'), value: summary.wordsDeleted, sign: '−', tone: 'delete' },
    { term: t('summary.edited'), value: summary.clausesEdited, sign: '', tone: 'ink' },
    { term: t('summary.clausesInserted'), value: summary.clausesInserted, sign: '', tone: 'insert' },
    { term: t('summary.clausesDeleted'), value: summary.clausesDeleted, sign: '', tone: 'delete' },
    { term: t('summary.moved'), value: summary.clausesMoved, sign: '', tone: 'move' },
    { term: t('summary.formatting'), value: summary.formattingChanges, sign: '', tone: 'format' },
    { term: t('summary.structure'), value: summary.structureChanges, sign: '', tone: 'format' },
  ] as const;
  return (
    <section aria-label={t('summary.heading')}>
      <dl className="compare-facts">
        {facts.map((fact) => (
          <div key={fact.term} data-tone={fact.tone} data-zero={fact.value === 0 ? '' : undefined}>
            <dt>{fact.term}</dt>
            <dd>
              {fact.value === 0 ? '' : fact.sign}
              {number.number(fact.value)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="compare-lengths">
        {t('summary.lengths', { old: summary.oldWords, new: summary.newWords, moved: summary.wordsMoved })}
      </p>
    </section>
  );
}
