'use client';

import { useEffect } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { DrawnHere } from '@/components/ui/drawn-here';
import type { DeskFacts } from './comparison-desk';

interface LongFacts extends DeskFacts {
  /** Where the redline comes from, and which one the page speaks of. */
  readonly source: string;
  readonly oldHash: string;
  readonly newHash: string;
  /** The one delegation that wrote between the two texts, where there was but one. */
}

/** A comparison too long to be drawn on the server (ADR 0014). */
export function LongComparison(props: LongFacts) {
  const t = useTranslations('compare');
  const { choice, locale, oldHash, newHash } = props;
  // Fetched while the bytes are.
  useEffect(() => void import('./drawn-desk'), []);
  return (
    <DrawnHere
      source={props.source}
      subject={`${locale} ${choice.view} ${oldHash} ${newHash}`}
      draw={async (lines) => (await import('./drawn-desk')).prepareDesk(lines, props, t)}
    />
  );
}
