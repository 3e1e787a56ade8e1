import { findBody } from '../../db/bodies';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { attendanceOf, findAgendaItem, findMeeting } from '../../db/meetings';
import { countStatements } from '../../db/statements';
import { tabledPositions } from '../../db/tabled-positions';
import type { VersionRow } from '../../db/versions';
import type { ChainedFact } from '../../domain/audit/chain';
import type { RosterLine } from '../../domain/body/grants';
import {
  buildEvidence,
  type DecidedHow,
  type EvidencePosition,
  type ForwardedFrom,
  type FullEvidence,
} from '../../domain/procedure/evidence';
import type { DecisionVerb } from '../../domain/procedure/states';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Signer } from '../ports';

/** A decision of whichever table, as evidence quotes it. */
interface DecidedRow {
  readonly id: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly verb: DecisionVerb;
  readonly wording: string;
  /** JSON of `RosterLine[]`. */
  readonly roster: string;
  readonly at: string;
}

export interface AdoptionFacts {
  readonly document: DocumentRow;
  readonly version: Pick<VersionRow, 'number' | 'revision'>;
  readonly decision: DecidedRow;
  readonly text: DocumentJson;
  /** The event of the audit trail that records the decision: it names the decision, its verb and the hash of the text. */
  readonly audit: ChainedFact;
  readonly decidedBy: { readonly name: string; readonly country: string | null };
  readonly how: DecidedHow;
  /** The decision by which the text came to this tier; left out where it is the first. */
  readonly forwardedFrom?: ForwardedFrom | null;
  /** False for a decision of a tier on a text that stays open or is final already. */
  readonly makesFinal?: boolean;
}

/** The signed evidence of a decision, with every name written out: it must be readable without this database. */
export function adoptionEvidence(tx: Db, facts: AdoptionFacts, signer: Signer): FullEvidence {
  const { document, version, decision } = facts;
  const body = findBody(tx, document.bodyId);
  const meeting = findMeeting(tx, decision.meetingId);
  const agendaItem = findAgendaItem(tx, decision.agendaItemId);
  if (body === undefined || meeting === undefined || agendaItem === undefined || version.revision === null) {
    throw new Error('adoptionEvidence: the decision refers to something that is not there');
  }
  const roster = JSON.parse(decision.roster) as RosterLine[];
  const { seq, hash, previousHash, ...event } = facts.audit;
  return buildEvidence(
    {
      document: {
        id: document.id,
        symbol: document.symbol,
        title: document.title,
        kind: document.kind,
        language: document.language,
        houseStyle: document.houseStyle,
        leadCountry: document.leadCountry,
        predecessorId: document.predecessorId,
        body: { acronym: body.acronym, name: body.name },
      },
      version: { number: version.number, revision: version.revision },
      text: facts.text,
      decision: {
        id: decision.id,
        verb: decision.verb,
        wording: decision.wording,
        meeting: {
          title: meeting.title,
          series: meeting.series,
          tier: meeting.tier,
          place: meeting.place,
          startsOn: meeting.startsOn,
          endsOn: meeting.endsOn,
        },
        agendaItem: { number: agendaItem.number, title: agendaItem.title },
        at: decision.at,
        decidedBy: facts.decidedBy,
        roster,
        makesFinal: facts.makesFinal ?? true,
        how: facts.how,
        // Nobody met: who was at the meeting it is put down to says nothing of who kept silent.
        absent: facts.how.kind === 'bySilence' ? null : absentMembers(tx, meeting.id, roster),
        forwardedFrom: facts.forwardedFrom ?? null,
      },
      positions: positionsOn(tx, document.id, facts.text, roster),
      statements: countStatements(tx, document.id),
      audit: { seq, hash, previousHash, event: { ...event, data: { ...event.data } } },
    },
    signer,
  );
}

/** Members that were not at the meeting, where somebody recorded who was; else nobody knows. */
function absentMembers(tx: Db, meetingId: string, roster: readonly RosterLine[]) {
  const present = attendanceOf(tx, [meetingId]).get(meetingId) ?? [];
  if (present.length === 0) return null;
  return roster
    .filter(({ standing, country }) => standing === 'member' && !present.includes(country))
    .map(({ country, name }) => ({ country, name }));
}

/** What was tabled by those on the roster, on the text and on clauses that stand in it. */
function positionsOn(
  tx: Db,
  documentId: string,
  text: DocumentJson,
  roster: readonly RosterLine[],
): EvidencePosition[] {
  const clauses = new Set(clausesOf(text).map((clause) => clause.id));
  const countries = new Set(roster.map((line) => line.country));
  return tabledPositions(tx, documentId)
    .filter(({ clauseId, country }) => countries.has(country) && (clauseId === null || clauses.has(clauseId)))
    .map((position) => ({ on: position.clauseId === null ? 'document' : 'clause', ...position }));
}
