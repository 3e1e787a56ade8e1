import type { ReactNode } from 'react';
import { Flag } from '@/components/ui/flag';
import { delegationColor, delegationName, type RedlineContext } from './context';

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
