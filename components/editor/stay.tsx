'use client';

import { useMemo, useRef } from 'react';
import type { HouseStyle } from '@/domain/text/numbering';
import { DeletionDialog } from './deletion-dialog';
import { useVisit, type Visit } from './use-visit';

/** The way into the rooms of this server. */
export interface Door {
  readonly userId: string;
  readonly syncPath: string;
  readonly schemaHash: string;
}

/** One's stay in the room of a text, as the page that was opened allowed it. */
export function useStay(
  text: {
    readonly id: string;
    readonly houseStyle: HouseStyle;
    readonly mayEdit: boolean;
    readonly keepsCopies: boolean;
  },
  { userId, syncPath, schemaHash }: Door,
): Visit {
  const { id, mayEdit, keepsCopies } = text;
  const first = useRef({ mayEdit, keepsCopies });
  const joining = useMemo(
    () => ({ documentId: id, userId, syncPath, schemaHash, ...first.current }),
    [id, userId, syncPath, schemaHash],
  );
  return useVisit(joining, text.houseStyle);
}

/** Asks about a deletion that the server holds back until its author means it. */
export function HeldDeletion({
  visit,
  countryName,
}: {
  visit: Visit;
  countryName: (code: string) => string;
}) {
  if (visit.room === null) return null;
  return (
    <DeletionDialog
      held={visit.status.held}
      countryName={countryName}
      onDelete={visit.room.confirmDeletion}
      onKeep={visit.room.withdrawDeletion}
    />
  );
}
