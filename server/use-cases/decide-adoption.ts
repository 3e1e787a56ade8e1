import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import type { Actor } from '../../domain/policy/can';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import { decide, type ProcedureChange } from '../../domain/procedure/decide';
import type { DecisionVerb } from '../../domain/procedure/states';
import { accept, type Outcome } from '../../domain/refusal';
import { adoptionGapsOf } from './adoption-gaps';
import { takenOn } from './lineage';
import { procedureState } from './procedure-state';
import type { StandingText } from './standing-text';

/** What the chair finds: the text that the room was shown, the words of the decision and its place. */
export interface AdoptionCommandInput {
  /** Position of the log and hash of the text that the room was shown. */
  readonly position: number;
  readonly hash: string;
  readonly verb: string;
  readonly wording: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly stateSeq?: number;
}

export interface DecidedAdoption {
  readonly verb: DecisionVerb;
  readonly wording: string;
  readonly revision: number;
  readonly event: ProcedureChange['event'];
}

/** Asks every guard of an adoption, of what stands at this instant; `chair` is who finds it. Inside a transaction. */
export function decideAdoption(
  tx: Db,
  document: DocumentRow,
  standing: StandingText,
  input: AdoptionCommandInput,
  chair: Actor,
  at: string,
): Outcome<DecidedAdoption> {
  const { position, hash, verb, meetingId, agendaItemId, stateSeq } = input;
  const wording = input.wording.trim().normalize('NFC');
  const decided = decide(
    procedureState(tx, document, standing),
    {
      do: 'adopt',
      position,
      hash,
      verb,
      wording,
      meetingId,
      agendaItemId,
      meeting: findMeeting(tx, meetingId) ?? null,
      agendaItem: findAgendaItem(tx, agendaItemId) ?? null,
      lastTier: takenOn(tx, document.id).at(-1)?.meeting.tier ?? null,
      gaps: adoptionGapsOf(tx, document, standing, at),
      ...(stateSeq === undefined ? {} : { stateSeq }),
    },
    chair,
    at,
  );
  if (!decided.ok) return decided;
  const { revision, event } = decided.value;
  if (!isDecisionVerb(verb) || revision === undefined) {
    throw new Error('decideAdoption: decide let an incomplete adoption pass');
  }
  return accept({ verb, wording, revision, event });
}
