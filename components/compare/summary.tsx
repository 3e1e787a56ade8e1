import type { ReactNode } from 'react';
import { Flag } from '@/components/ui/flag';
import type { RedlineSummary } from '@/domain/redline/types';
import { formatter } from '@/messages/translate';
import { delegationColor, delegationName, type RedlineContext } from './context';

/** The comparison in numbers. Nothing that is zero is left out of the words, only made quiet. */
export function Summary(props: { summary: RedlineSummary; context: RedlineContext }): ReactNode {
  const { summary, context } = props;
  const { t } = context;
  const number = formatter(context.locale);
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

/** What the marks mean, and whose hands inserted and deleted. */
export function Legend(props: { authors: readonly string[]; context: RedlineContext }): ReactNode {
  const { context } = props;
  const { t } = context;
  return (
    <div className="compare-legend redline-sample">
      <span>
        <ins>{t('legend.inserted')}</ins>
      </span>
      <span>
        <del>{t('legend.deleted')}</del>
      </span>
      <span>
        <span className="r-tag r-tag-moved">{t('legend.moved')}</span>
      </span>
      <span>
        <span className="r-form">{t('legend.form')}</span>
      </span>
      {props.authors.map((code) => (
        <span key={code} className="legend-author">
          <span
            className="legend-edge"
            style={{ background: delegationColor(context, code) ?? 'var(--line-strong)' }}
            aria-hidden="true"
          />
          <Flag country={code} size={11} />
          {delegationName(context, code)}
        </span>
      ))}
    </div>
  );
}
