import { type DelegationName, redlineContext } from '@/components/compare/context';
import { StepRedline } from '@/components/wrote/step-redline';
import type { Redline } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** What a proposal does to the words it is about, in running text without a margin. */
export function ProposalRedline(props: {
  redline: Redline;
  language: string;
  locale: Locale;
  names?: readonly DelegationName[];
}) {
  const context = redlineContext({
    t: translator(props.locale, 'compare'),
    locale: props.locale,
    rows: props.redline.rows,
    changes: [],
    delegations: props.names ?? [],
  });
  return <StepRedline rows={props.redline.rows} context={context} language={props.language} />;
}
