import { Badge } from '@/components/ui/badge';
import type { ClauseState } from '@/domain/negotiation/clause-state';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

const MARKS: Readonly<Record<ClauseState, string>> = {
  open: '○',
  contested: '≠',
  agreedAdRef: '◔',
  agreed: '✓',
  referred: '→',
  parked: '‖',
  deletionAgreed: '✕',
  merged: '⤵',
  split: '⑂',
};

const TONES = {
  open: 'neutral',
  contested: 'warn',
  agreedAdRef: 'accent',
  agreed: 'done',
  referred: 'neutral',
  parked: 'neutral',
  deletionAgreed: 'stop',
  merged: 'neutral',
  split: 'neutral',
} as const satisfies Record<ClauseState, string>;

/** The state of a clause in words, with a mark that does without colour. */
export function StateMark(props: { state: ClauseState; locale: Locale }) {
  return (
    <Badge tone={TONES[props.state]}>
      <span aria-hidden="true" className="mr-1.5">
        {MARKS[props.state]}
      </span>
      {translator(props.locale, 'common')(`clauseState.${props.state}`)}
    </Badge>
  );
}
