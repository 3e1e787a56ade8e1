import { actionsOf } from '../../db/actions';
import { annulmentsOn } from '../../db/annulments';
import { listAppointedPeople, listChairTerms, listCountries } from '../../db/bodies';
import type { Db } from '../../db/client';
import { documentsOfMeeting, findDocument } from '../../db/documents';
import { documentsDecidedAt, meetingDecisionsOf, namedByDecisions } from '../../db/meeting-decisions';
import { listAgendaItems, type MeetingRow } from '../../db/meetings';
import { lineageOf } from '../../db/tier-decisions';
import { startOfDay } from '../../domain/body/days';
import { chairsAt } from '../../domain/body/spans';
import { SECRETARIAT } from '../../domain/meeting/actions';
import { holdersOf, sittingInstant } from '../../domain/meeting/attendance';
import type { ReportDecision, ReportFacts } from '../../domain/meeting/report';
import { presentNow } from './meeting-decisions';
import { rosterNow } from './roster-now';

/** What the report of a meeting is drafted from now, with the people of its days. */
export function reportFacts(db: Db, meeting: MeetingRow, now: string): ReportFacts {
  const at = sittingInstant(meeting, now);
  const countries = new Map(listCountries(db).map((country) => [country.code, country]));
  const countryOf = (code: string) => countries.get(code) ?? { shortName: code, thaiName: code };
  const [chair] = chairsAt(listChairTerms(db, meeting.bodyId), meeting.bodyId, startOfDay(meeting.startsOn));
  const chairs = holdersOf('chair', listAppointedPeople(db, meeting.bodyId), at);
  const standings = new Map(
    rosterNow(db, meeting.bodyId, at).map(({ country, standing }) => [country, standing]),
  );
  const onTexts = decisionsOnTexts(db, meeting.id);
  return {
    meeting: {
      title: { english: meeting.title, thai: meeting.titleThai },
      place: meeting.place,
      startsOn: meeting.startsOn,
      endsOn: meeting.endsOn,
    },
    host: countryOf(meeting.hostCountry),
    chair: chair === undefined ? null : { country: countryOf(chair), name: chairs.get(chair) ?? null },
    delegations: presentNow(db, meeting, at).map(({ country, head }) => ({
      code: country,
      country: countryOf(country),
      head,
      standing: standings.get(country) ?? 'member',
    })),
    agenda: listAgendaItems(db, meeting.id).map((item) => ({
      id: item.id,
      number: item.number,
      title: { english: item.title, thai: item.titleThai },
      lead: item.leadCountry === null ? null : countryOf(item.leadCountry),
    })),
    documents: papersOf(db, meeting),
    decisions: decisionsToReport(db, meeting, onTexts),
    adopted: onTexts
      .filter(({ verb }) => verb === 'adopted')
      .map(({ id, symbol, revision, title, textHash }) => ({
        id,
        symbol: `${symbol}/Rev.${revision}`,
        title,
        hash: textHash,
      })),
    actions: actionsOf(db, [meeting.id])
      .filter(({ state }) => state !== 'dropped')
      .map(({ id, wording, wordingThai, who, dueOn }) => ({
        id,
        wording: { english: wording, thai: wordingThai },
        who: who.map((code) => (code === SECRETARIAT ? null : countryOf(code))),
        dueOn,
      })),
  };
}

/**
 * ME23: the papers of the agenda, in its order. Drafts are not everybody's to know of who reads a report, and no
 * report of the meeting is a paper of it, also where somebody wrote one by hand.
 */
function papersOf(db: Db, meeting: MeetingRow): ReportFacts['documents'] {
  const numbers = new Map(listAgendaItems(db, meeting.id).map(({ id, number }) => [id, number]));
  const order = [...numbers.keys()];
  const place = (itemId: string | null) => order.indexOf(itemId ?? '');
  return documentsOfMeeting(db, meeting.id)
    .flatMap((id) => findDocument(db, id) ?? [])
    .filter(
      ({ kind, state, agendaItemId }) =>
        state !== 'draft' && kind !== 'report' && numbers.has(agendaItemId ?? ''),
    )
    .sort((a, b) => place(a.agendaItemId) - place(b.agendaItemId) || (a.symbol < b.symbol ? -1 : 1))
    .map(({ id, symbol, title, agendaItemId }) => ({
      id,
      symbol,
      title,
      item: numbers.get(agendaItemId ?? '') ?? '',
    }));
}

/** Decisions on these texts that were annulled. */
export function annulledAmong(db: Db, documentIds: readonly string[]): ReadonlySet<string> {
  return new Set(annulmentsOn(db, documentIds).map(({ decisionId }) => decisionId));
}

/** Decisions that a meeting took on texts and that were not annulled, with the names of the texts. */
function decisionsOnTexts(db: Db, meetingId: string) {
  const documentIds = documentsDecidedAt(db, meetingId);
  const annulled = annulledAmong(db, documentIds);
  return lineageOf(db, documentIds)
    .filter(({ id, meeting }) => meeting.id === meetingId && !annulled.has(id))
    .flatMap((row) => {
      const document = findDocument(db, row.documentId);
      return document === null ? [] : [{ ...row, symbol: document.symbol, title: document.title }];
    });
}

/** The meeting's own decisions that nothing put right, and those on texts that none of them reports, as they were taken. */
function decisionsToReport(
  db: Db,
  meeting: MeetingRow,
  onTexts: ReturnType<typeof decisionsOnTexts>,
): ReportDecision[] {
  const named = namedByDecisions(db, meeting.bodyId);
  // What reports a decision that was annulled is as little said as that is.
  const annulled = annulledAmong(db, documentsDecidedAt(db, meeting.id));
  const own = meetingDecisionsOf(db, [meeting.id])
    .filter(({ id, ofDecisionId }) => !named.has(id) && !annulled.has(ofDecisionId ?? ''))
    .map(({ id, agendaItemId, wording, wordingThai, at }) => ({
      id,
      agendaItemId,
      wording: { english: wording, thai: wordingThai },
      at,
    }));
  const unreported = onTexts
    .filter(({ id }) => !named.has(id))
    .map(({ id, agendaItem, wording, at }) => ({
      id,
      agendaItemId: agendaItem.id,
      wording: { english: wording, thai: '' },
      at,
    }));
  return [...own, ...unreported]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ at: _, ...decision }) => decision);
}
