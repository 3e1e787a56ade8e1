import { findAnnulment } from '../../db/annulments';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import { findVersionById, lastRevisionHead, type VersionRow } from '../../db/versions';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import type { DecisionVerb } from '../../domain/procedure/states';
import { decideAtTier, type TakenDecision } from '../../domain/procedure/tiers';
import { houseWording } from '../../domain/procedure/wording';
import { accept, type Outcome } from '../../domain/refusal';
import { takenOn } from './lineage';
import type { StandingText } from './standing-text';

/** What a tier is recorded to have said of a text. */
export interface TierCommandInput {
  /** Hash of the Rev.n, or of the adopted text, that the meeting was shown. */
  readonly hash: string;
  readonly verb: string;
  /** Empty for the usual wording of the house. */
  readonly wording: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
}

export interface DecidedTier {
  readonly verb: DecisionVerb;
  readonly wording: string;
  readonly revision: number;
  readonly version: VersionRow;
  readonly meeting: NonNullable<ReturnType<typeof findMeeting>>;
  readonly agendaItemId: string;
  readonly forwarded: TakenDecision | null;
  readonly taken: ReturnType<typeof takenOn>;
}

/** Asks every rule of a tier's decision, of what stands at this instant. Inside a transaction. */
export function decideTier(
  tx: Db,
  document: DocumentRow,
  standing: StandingText,
  input: TierCommandInput,
): Outcome<DecidedTier> {
  const taken = takenOn(tx, document.id);
  const head = lastRevisionHead(tx, document.id);
  const meeting = findMeeting(tx, input.meetingId);
  const agendaItem = findAgendaItem(tx, input.agendaItemId);
  const wording = wordingOf(input, document, head?.revision ?? 0, meeting?.title ?? '');
  const decided = decideAtTier(
    {
      bodyId: document.bodyId,
      state: document.state,
      issued: head === null ? null : { revision: head.revision ?? 0, hash: head.hash },
      standingHash: standing.hash,
      taken: taken.map((row) => ({ ...row, tier: row.meeting.tier, meetingId: row.meeting.id })),
      isAnnulled: taken.some(({ id }) => findAnnulment(tx, id) !== null),
    },
    { ...input, wording, meeting: meeting ?? null, agendaItem: agendaItem ?? null },
  );
  if (!decided.ok) return decided;
  const version = head === null ? null : findVersionById(tx, head.id);
  if (version === null || meeting === undefined || agendaItem === undefined) {
    throw new Error('decideTier: the rules let an incomplete decision pass');
  }
  return accept({ ...decided.value, wording, version, meeting, agendaItemId: agendaItem.id, taken });
}

/** What the meeting is recorded as having said; left empty, as the house says it. */
function wordingOf(
  { wording, verb }: TierCommandInput,
  document: DocumentRow,
  revision: number,
  meeting: string,
): string {
  const given = wording.trim().normalize('NFC');
  if (given !== '' || !isDecisionVerb(verb)) return given;
  return houseWording({ verb, meeting, title: document.title, symbol: document.symbol, revision });
}
