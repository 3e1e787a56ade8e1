'use client';

import { useMemo } from 'react';
import { redlineContext } from '@/components/compare/context';
import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { StepRedline } from '@/components/wrote/step-redline';
import { compareTexts } from '@/domain/redline';
import type { DocumentJson } from '@/domain/text/document-json';
import type { HouseStyle } from '@/domain/text/numbering';

/** Proposed words against those that stand, compared here as they are typed. Comes in a piece of its own. */
export function LiveRedline(props: {
  base: DocumentJson;
  words: DocumentJson;
  houseStyle: HouseStyle;
  language: string;
}) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const { base, words, houseStyle } = props;
  const redline = useMemo(() => compareTexts(base, words, { houseStyle }), [base, words, houseStyle]);
  const context = redlineContext({ t, locale, rows: redline.rows, changes: [], delegations: [] });
  return <StepRedline rows={redline.rows} context={context} language={props.language} />;
}
