'use client';

import type { Node } from '@tiptap/pm/model';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import * as Y from 'yjs';
import type { DocumentJson } from '@/domain/text/document-json';
import type { HouseStyle } from '@/domain/text/numbering';
import type { Room, RoomOptions } from './room';
import { type Ending, endingOf, hasUnsavedWork, type SyncStatus } from './sync-status';
import { strandedWords, textOf, wordsBeyond } from './texts';
import { type UnsentClause, unsentClauses, unsentWrittenWords } from './unsent-words';
import { useRoom, useSyncStatus } from './use-room';
import { useUnsent } from './use-unsent';

/** What is taken along when one's own document had to be thrown away. */
interface Carried {
  /** Null where one goes on writing at once: a deletion was taken back. */
  readonly ending: Ending | null;
  readonly refusal: SyncStatus['refusal'];
  /** One's own document, where it holds words that did not get in. */
  readonly state: Uint8Array | null;
}

export interface Visit {
  readonly room: Room | null;
  readonly status: SyncStatus;
  readonly ending: Ending | null;
  readonly refusal: SyncStatus['refusal'];
  readonly unsent: readonly UnsentClause[];
  readonly stranded: boolean;
  /** Whether one came back to write after taking a deletion back: the caret belongs in the text. */
  readonly returned: boolean;
  /** Whether this visit is for writing; after an ending one only reads. */
  readonly writes: boolean;
  /** The editor tells here how the text was before the first unconfirmed edit. */
  readonly watch: (before: (() => Node | null) | null) => void;
  readonly goOn: (() => void) | null;
  readonly dismissUnsent: () => void;
  readonly dismissOneUnsent: (clause: UnsentClause) => void;
}

/** A mass deletion that its author took back when asked (SY21). */
const WITHDRAWN = 'SY21';

type Joining = Omit<RoomOptions, 'writes'>;

/**
 * One's stay in a document's room. When an edit was refused or the text became final, one's own document cannot
 * go on (later edits build on the refused one): it is thrown away, the room is joined anew for reading (for
 * writing, where the edit was a mass deletion that one took back), and what did not get in is offered to copy.
 */
export function useVisit(joining: Joining, houseStyle: HouseStyle): Visit {
  const [stay, setStay] = useState<{ writes: boolean; carried: Carried | null }>({
    writes: true,
    carried: null,
  });
  const before = useRef<(() => Node | null) | null>(null);
  /** The stay in which one said what became of one's words: they are not offered again when the text opens late. */
  const settled = useRef<typeof stay | null>(null);
  const options = useMemo<RoomOptions>(() => ({ ...joining, writes: stay.writes }), [joining, stay]);
  const room = useRoom(options);
  const status = useSyncStatus(room);
  const keepsCopies = status.room?.keepsCopies ?? joining.keepsCopies;
  const { unsent, stranded, offer, offerEarlier, ...unsentWords } = useUnsent({ ...joining, keepsCopies });
  const ending = endingOf(status);
  const watch = useCallback((reader: (() => Node | null) | null) => {
    before.current = reader;
  }, []);

  useEffect(() => {
    if (room?.options !== options || ending === null) return;
    const last = room.status();
    const owed = hasUnsavedWork(last) || last.refusal !== null;
    const text = before.current?.()?.toJSON() as DocumentJson | undefined;
    const isWithdrawn = last.refusal?.rule === WITHDRAWN;
    const compare = isWithdrawn ? unsentWrittenWords : unsentClauses;
    if (owed && text !== undefined) offer(compare(text, textOf(room.doc), houseStyle));
    const forgotten = ending === 'signIn' || ending === 'stale' ? null : room.forgetCopy();
    const state = owed ? Y.encodeStateAsUpdate(room.doc) : null;
    if (isWithdrawn) {
      const goOn = () => setStay({ writes: true, carried: { ending: null, refusal: last.refusal, state } });
      void forgotten?.finally(goOn);
    } else if (isFirstEnding(stay.carried) && (ending === 'refused' || ending === 'frozen')) {
      setStay({ writes: false, carried: { ending, refusal: last.refusal, state } });
    }
  }, [room, options, ending, stay, houseStyle, offer]);

  const opened = status.opened;
  useEffect(() => {
    const { state = null, refusal = null } = stay.carried ?? {};
    if (room?.options !== options || !opened || state === null || settled.current === stay) return;
    const compare = refusal?.rule === WITHDRAWN ? unsentWrittenWords : unsentClauses;
    offer(wordsBeyond(room, state, houseStyle, compare));
  }, [room, options, opened, stay, houseStyle, offer]);

  const shutOut =
    opened && isFirstEnding(stay.carried) && status.room?.mayEdit === false && !status.room.pensDown;
  useEffect(() => {
    if (room === null || !shutOut || room.options.mayEdit) return;
    void strandedWords(room, houseStyle).then((words) => {
      if (words.length === 0) return;
      offerEarlier(words);
      void room.forgetCopy();
    });
  }, [room, shutOut, houseStyle, offerEarlier]);

  const mayGoOn = stay.carried?.ending === 'refused' && opened && status.room?.mayEdit === true;
  return {
    room,
    status,
    ending: stay.carried?.ending ?? (status.refusal?.rule === WITHDRAWN ? null : ending),
    refusal: stay.carried?.ending === null ? status.refusal : (stay.carried?.refusal ?? status.refusal),
    unsent,
    stranded,
    returned: stay.carried !== null && stay.carried.ending === null,
    writes: stay.writes,
    watch,
    goOn: mayGoOn ? () => setStay({ writes: true, carried: null }) : null,
    dismissUnsent: () => {
      settled.current = stay;
      unsentWords.dismiss();
    },
    dismissOneUnsent: (clause) => {
      settled.current = stay;
      unsentWords.dismissOne(clause);
    },
  };
}

function isFirstEnding(carried: Carried | null): boolean {
  return carried === null || carried.ending === null;
}
