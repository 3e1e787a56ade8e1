import type { ReactNode } from 'react';

/**
 * The paper of a record. On screen a sheet; printed, its head and foot repeat on every page (styles/print.css), the
 * symbol above and the fingerprint below, so that a loose page still says what it belongs to.
 */
export function RecordPaper(props: { symbol: string; body: string; foot: ReactNode; children: ReactNode }) {
  return (
    <div className="record-paper mb-6 rounded-lg border border-line bg-paper shadow-card">
      <div className="record-head" aria-hidden="true">
        <div className="flex justify-between gap-4">
          <span>{props.body}</span>
          <span>{props.symbol}</span>
        </div>
      </div>
      <div className="record-body px-5 py-6 sm:px-10 sm:py-9">{props.children}</div>
      <div className="record-foot" aria-hidden="true">
        {props.foot}
      </div>
    </div>
  );
}
