import type { ReactNode } from 'react';
import { type DelegationName, redlineContext } from '@/components/compare/context';
import { StepRedline } from '@/components/wrote/step-redline';
import type { Redline } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Words of a clause against others, as the pages that compare draw them. */
export function DeskRedline(props: {
  redline: Redline;
  names: readonly DelegationName[];
  language: string;
  locale: Locale;
}): ReactNode {
  const { redline, names, locale } = props;
  const t = translator(locale, 'compare');
  const context = redlineContext({ t, locale, rows: redline.rows, changes: [], delegations: names });
  return <StepRedline rows={redline.rows} context={context} language={props.language} />;
}
