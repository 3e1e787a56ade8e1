'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import type { HouseStyle } from '@/domain/text/numbering';
import type { DraftActions, DraftDoor, DraftFacts } from './types';

const DraftCard = dynamic(() => import('./draft-card').then((it) => it.DraftCard), { ssr: false });

/** A draft on a page of its own. */
export function LoadDraft(props: {
  draft: DraftFacts;
  door: DraftDoor;
  houseStyle: HouseStyle;
  language: string;
  countryNames: Readonly<Record<string, string>>;
  actions: DraftActions;
  place: string;
}) {
  const router = useRouter();
  const { countryNames, ...rest } = props;
  return (
    <DraftCard
      {...rest}
      countryName={(code) => countryNames[code] ?? code}
      onClosed={() => router.refresh()}
    />
  );
}
