import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from './client';
import { agendaItems, meetings } from './schema/bodies';
import { brainstormRounds, clusters } from './schema/brainstorm';
import { actionItems, centreProgrammes, centreReports, centreThemes, resourceCentres } from './schema/cycle';
import { indicators, planResults, plans } from './schema/plans';

/** What meetings, brainstorms, plans and centres hold for the index, each row with the body it belongs to. */

export function meetingsToFind(db: Db) {
  const { id, bodyId, title, titleThai, place, series } = meetings;
  return db.select({ id, bodyId, title, titleThai, place, series }).from(meetings).orderBy(asc(id)).all();
}

export function agendaToFind(db: Db) {
  const { id, meetingId, number, title, titleThai } = agendaItems;
  return db
    .select({ id, meetingId, number, title, titleThai })
    .from(agendaItems)
    .orderBy(asc(agendaItems.position))
    .all();
}

export function actionsToFind(db: Db) {
  const { id, meetingId, wording, wordingThai } = actionItems;
  return db.select({ id, meetingId, wording, wordingThai }).from(actionItems).orderBy(asc(id)).all();
}

export function roundsToFind(db: Db) {
  const { id, bodyId, title, question, isHidden, closedAt } = brainstormRounds;
  return db
    .select({ id, bodyId, title, question, isHidden, closedAt })
    .from(brainstormRounds)
    .orderBy(asc(id))
    .all();
}

/** Clusters that stand. */
export function clustersToFind(db: Db) {
  const { id, roundId, title, synthesis } = clusters;
  return db
    .select({ id, roundId, title, synthesis })
    .from(clusters)
    .where(isNull(clusters.closedAt))
    .orderBy(asc(id))
    .all();
}

export function plansToFind(db: Db) {
  const { id, bodyId, title, titleThai } = plans;
  return db.select({ id, bodyId, title, titleThai }).from(plans).orderBy(asc(id)).all();
}

export function resultsToFind(db: Db) {
  const { id, planId, code, title, titleThai } = planResults;
  return db
    .select({ id, planId, code, title, titleThai })
    .from(planResults)
    .where(isNull(planResults.removedAt))
    .orderBy(asc(planResults.position))
    .all();
}

export function indicatorsToFind(db: Db) {
  const { id, planId, code, title, definition } = indicators;
  return db
    .select({ id, planId, code, title, definition })
    .from(indicators)
    .where(isNull(indicators.retiredAt))
    .orderBy(asc(indicators.position))
    .all();
}

export function centresToFind(db: Db) {
  const { id, bodyId, name, nameThai, host } = resourceCentres;
  return db.select({ id, bodyId, name, nameThai, host }).from(resourceCentres).orderBy(asc(id)).all();
}

/** Themes, programmes and submitted reports of the centres; a report that is drafted is its writers' alone (RC4). */
export function centreWordsToFind(db: Db, centreIds: readonly string[]) {
  const own = [...centreIds];
  const themes = db
    .select({ centreId: centreThemes.centreId, english: centreThemes.theme, thai: centreThemes.themeThai })
    .from(centreThemes)
    .where(inArray(centreThemes.centreId, own))
    .orderBy(asc(centreThemes.from))
    .all();
  const programmes = db
    .select({
      centreId: centreProgrammes.centreId,
      english: centreProgrammes.title,
      thai: centreProgrammes.note,
    })
    .from(centreProgrammes)
    .where(and(inArray(centreProgrammes.centreId, own), isNull(centreProgrammes.removedAt)))
    .orderBy(asc(centreProgrammes.startsOn), asc(centreProgrammes.id))
    .all();
  const reports = db
    .select({ centreId: centreReports.centreId, year: centreReports.year, english: centreReports.words })
    .from(centreReports)
    .where(and(inArray(centreReports.centreId, own), eq(centreReports.state, 'submitted')))
    .orderBy(asc(centreReports.year))
    .all();
  return { themes, programmes, reports };
}
