import type { ReactNode } from 'react';
import type { EntryKind } from '@/domain/monitoring/entries';
import type { Light } from '@/domain/monitoring/lights';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** A light as a shape with its words: told apart without colour. */
export function LightSign(props: { light: Light; locale: Locale; hideWords?: boolean }) {
  const words = translator(props.locale, 'monitoring')(`light.${props.light}`);
  return (
    <span className="light-sign" data-light={props.light}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <LightShape light={props.light} />
      </svg>
      <span className={props.hideWords === true ? 'sr-only' : ''}>{words}</span>
    </span>
  );
}

/** In a square of 14: a disc, a disc half full, a triangle, an empty ring of dashes. */
export function LightShape({ light }: { light: Light }): ReactNode {
  switch (light) {
    case 'onTrack':
      return <circle className="light-shape" data-light={light} cx="7" cy="7" r="5.5" />;
    case 'behind':
      return (
        <g className="light-shape" data-light={light}>
          <circle className="light-ring" cx="7" cy="7" r="5" />
          <path d="M7 2a5 5 0 0 0 0 10Z" />
        </g>
      );
    case 'offTrack':
      return <path className="light-shape" data-light={light} d="M7 1.5 13 12.5H1Z" />;
    default:
      return <circle className="light-shape" data-light={light} cx="7" cy="7" r="5" />;
  }
}

/** The three answers without a value, each with a sign of its own beside its words. */
export function AnswerSign({ kind }: { kind: EntryKind }): ReactNode {
  if (kind === 'value') return null;
  return (
    <svg className="answer-sign" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <AnswerShape kind={kind} />
    </svg>
  );
}

/** In a square of 12: a ring of dashes, a ring struck through, a bar. */
export function AnswerShape({ kind }: { kind: Exclude<EntryKind, 'value'> }): ReactNode {
  if (kind === 'notReported') return <circle cx="6" cy="6" r="4.5" strokeDasharray="2 2" />;
  if (kind === 'notAvailable')
    return <path d="M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM2.8 9.2l6.4-6.4" />;
  return <path d="M2 6h8" />;
}
