import type { Db } from '../../db/client';
import type { SearchRow } from '../../db/search';
import {
  actionsToFind,
  agendaToFind,
  centresToFind,
  centreWordsToFind,
  clustersToFind,
  indicatorsToFind,
  meetingsToFind,
  plansToFind,
  resultsToFind,
  roundsToFind,
} from '../../db/search-cycle-sources';
import { checkShown } from '../../domain/brainstorm/rounds';
import type { FoundKind } from '../../domain/search/kinds';
import { digestText } from '../../domain/text/digest';
import type { IndexEntry } from './search-entries';

/** What meetings, brainstorms, plans and centres say, as entries: few rows each, so the rows themselves are the stamp. */
export function* cycleEntries(db: Db): Generator<IndexEntry> {
  yield* meetingEntries(db);
  yield* roundEntries(db);
  yield* planEntries(db);
  yield* centreEntries(db);
}

function* meetingEntries(db: Db): Generator<IndexEntry> {
  const [agenda, actions] = [agendaToFind(db), actionsToFind(db)];
  for (const { id, bodyId, title, titleThai, place, series } of meetingsToFind(db)) {
    const row = rowsOf(bodyId);
    yield entry(`meeting ${id}`, [
      row('meeting', id, '', `${title}\n${titleThai}\n${place} · ${series}`),
      ...agenda
        .filter(({ meetingId }) => meetingId === id)
        .map((item) =>
          row(
            'meeting',
            `${id} ${item.id}`,
            `${title}, ${item.number}`,
            `${item.title}\n${item.titleThai}`.trim(),
          ),
        ),
      ...actions
        .filter(({ meetingId }) => meetingId === id)
        .map((action) =>
          row('action', `${id} ${action.id}`, title, `${action.wording}\n${action.wordingThai}`.trim()),
        ),
    ]);
  }
}

/** BS8: what is covered was not gathered, so clusters are everybody's who may enter the body. */
function* roundEntries(db: Db): Generator<IndexEntry> {
  const clusters = clustersToFind(db);
  for (const round of roundsToFind(db)) {
    const row = rowsOf(round.bodyId);
    const shown = checkShown(round).ok ? clusters.filter(({ roundId }) => roundId === round.id) : [];
    yield entry(`round ${round.id}`, [
      row('round', round.id, '', `${round.title}\n${round.question}`.trim()),
      ...shown.map(({ id, title, synthesis }) =>
        row('cluster', `${round.id} ${id}`, '', `${title}\n${synthesis}`.trim()),
      ),
    ]);
  }
}

function* planEntries(db: Db): Generator<IndexEntry> {
  const [results, indicators] = [resultsToFind(db), indicatorsToFind(db)];
  for (const { id, bodyId, title, titleThai } of plansToFind(db)) {
    const row = rowsOf(bodyId);
    yield entry(`plan words ${id}`, [
      row('plan', id, '', `${title}\n${titleThai}`.trim()),
      ...results
        .filter(({ planId }) => planId === id)
        .map((result) =>
          row('plan', `${id} ${result.id}`, result.code, `${result.title}\n${result.titleThai}`.trim()),
        ),
      ...indicators
        .filter(({ planId }) => planId === id)
        .map((one) =>
          row('indicator', `${id} ${one.id}`, one.code, `${one.title}\n${one.definition}`.trim()),
        ),
    ]);
  }
}

function* centreEntries(db: Db): Generator<IndexEntry> {
  const centres = centresToFind(db);
  const words = centreWordsToFind(
    db,
    centres.map(({ id }) => id),
  );
  for (const { id, bodyId, name, nameThai, host } of centres) {
    const row = rowsOf(bodyId);
    const isOwn = ({ centreId }: { centreId: string }) => centreId === id;
    yield entry(`centre ${id}`, [
      row('centre', id, '', `${name}\n${nameThai}\n${host}`.trim()),
      ...[...words.themes, ...words.programmes]
        .filter(isOwn)
        .map(({ english, thai }, index) =>
          row('centre', `${id} ${index}`, name, `${english}\n${thai}`.trim()),
        ),
      ...words.reports
        .filter(isOwn)
        .map(({ year, english }) => row('centre', `${id} ${year}`, `${name}, ${year}`, english)),
    ]);
  }
}

function rowsOf(bodyId: string) {
  return (kind: FoundKind, refId: string, place: string, words: string): SearchRow => ({
    kind,
    refId,
    documentId: '',
    bodyId,
    ring: '',
    place,
    words,
  });
}

function entry(key: string, rows: readonly SearchRow[]): IndexEntry {
  return { key, stamp: digestText(JSON.stringify(rows)), writtenAt: null, rows: () => rows };
}
