import { findBody } from '../../db/bodies';
import type { Db } from '../../db/client';
import type { DecisionRow } from '../../db/decisions';
import type { DocumentRow } from '../../db/documents';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import type { VersionRow } from '../../db/versions';
import type { RosterLine } from '../../domain/body/grants';
import { buildEvidence, type Evidence } from '../../domain/procedure/evidence';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Signer } from '../ports';

export interface AdoptionFacts {
  readonly document: DocumentRow;
  readonly version: VersionRow;
  readonly decision: DecisionRow;
  readonly text: DocumentJson;
  readonly audit: { readonly seq: number; readonly hash: string };
  readonly decidedBy: { readonly name: string; readonly country: string | null };
}

/** The signed evidence of a decision, with every name written out: it must be readable without this database. */
export function adoptionEvidence(tx: Db, facts: AdoptionFacts, signer: Signer): Evidence {
  const { document, version, decision } = facts;
  const body = findBody(tx, document.bodyId);
  const meeting = findMeeting(tx, decision.meetingId);
  const agendaItem = findAgendaItem(tx, decision.agendaItemId);
  if (body === undefined || meeting === undefined || agendaItem === undefined || version.revision === null) {
    throw new Error('adoptionEvidence: the decision refers to something that is not there');
  }
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
        roster: JSON.parse(decision.roster) as RosterLine[],
      },
      audit: facts.audit,
    },
    signer,
  );
}
