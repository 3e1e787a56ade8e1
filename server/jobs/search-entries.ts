import type { SearchRow } from '../../db/search';
import {
  brainstormSources,
  type DocumentSource,
  decisionCount,
  decisionsAbout,
  decisionsOfMeeting,
  documentSources,
  inputsStamp,
  lastVersionNumber,
  meetingDecisionCounts,
  namedVersions,
  planSources,
  standingActivities,
  standingInputs,
  tabledCount,
  tabledProposals,
} from '../../db/search-sources';
import { lastPosition, readLog } from '../../db/update-log';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { numberClauses } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { cycleEntries } from './search-cycle-entries';

/** One entry of the index: what it holds, and a stamp that changes when that does. */
export interface IndexEntry {
  readonly key: string;
  readonly stamp: string;
  readonly rows: () => readonly SearchRow[] | Promise<readonly SearchRow[]>;
}

/** Everything that can be found, as entries. Nothing of an inner ring that its `ring` does not name. */
export function* indexEntries(runtime: Runtime): Generator<IndexEntry> {
  const { db } = runtime;
  for (const document of documentSources(db)) {
    const { id, symbol, title } = document;
    yield {
      key: `text ${id}`,
      stamp: `${lastPosition(db, id)} ${symbol} ${title}`,
      rows: () => textRows(runtime, document),
    };
    yield {
      key: `versions ${id}`,
      stamp: String(lastVersionNumber(db, id)),
      rows: () => versionRows(runtime, document),
    };
    yield* openRows(runtime, document);
  }
  for (const { meetingId, bodyId, decided } of meetingDecisionCounts(db)) {
    yield {
      key: `decisions ${meetingId}`,
      stamp: String(decided),
      rows: () =>
        decisionsOfMeeting(db, meetingId).map(({ id, number, wording, wordingThai }) =>
          row({
            kind: 'decision',
            refId: `${meetingId} ${id}`,
            bodyId,
            place: String(number),
            words: `${wording}\n${wordingThai}`,
          }),
        ),
    };
  }
  for (const round of brainstormSources(db)) {
    const isHidden = round.isHidden && round.closedAt === null;
    yield {
      key: `inputs ${round.id}`,
      stamp: `${isHidden} ${inputsStamp(db, round.id)}`,
      rows: () =>
        standingInputs(db, round.id).map(({ id, country, words, evidence }) =>
          row({
            kind: 'input',
            refId: `${round.id} ${id}`,
            bodyId: round.bodyId,
            ring: isHidden ? country : '',
            place: round.title,
            words: `${words}\n${evidence}`.trim(),
          }),
        ),
    };
  }
  yield* cycleEntries(db);
  for (const { id, bodyId, seq } of planSources(db)) {
    yield {
      key: `plan ${id}`,
      stamp: String(seq),
      rows: () =>
        standingActivities(db, id).map((activity) =>
          row({
            kind: 'activity',
            refId: `${id} ${activity.id}`,
            bodyId,
            place: activity.code,
            words: activity.title,
          }),
        ),
    };
  }
}

function* openRows({ db }: Runtime, document: DocumentSource): Generator<IndexEntry> {
  yield {
    key: `proposals ${document.id}`,
    stamp: String(tabledCount(db, document.id)),
    rows: () =>
      tabledProposals(db, document.id).map(({ id, number, rationale, text }) =>
        row({
          kind: 'proposal',
          refId: id,
          documentId: document.id,
          bodyId: document.bodyId,
          place: String(number ?? ''),
          words: [text === null ? '' : wordsOf(JSON.parse(text) as DocumentJson), rationale].join('\n'),
        }),
      ),
  };
  yield {
    key: `decided ${document.id}`,
    stamp: String(decisionCount(db, document.id)),
    rows: () =>
      decisionsAbout(db, document.id).map(({ id, verb, wording }) =>
        row({
          kind: 'decision',
          refId: id,
          documentId: document.id,
          bodyId: document.bodyId,
          place: verb,
          words: wording,
        }),
      ),
  };
}

async function textRows(runtime: Runtime, document: DocumentSource): Promise<SearchRow[]> {
  const { id, bodyId, symbol, title, houseStyle } = document;
  const { canonical } = await runtime.texts.read(readLog(runtime.db, id).updates);
  const text = JSON.parse(canonical) as DocumentJson;
  const numbers = numberClauses(text, houseStyle);
  const own = { documentId: id, bodyId };
  const clauses = clausesOf(text).flatMap((clause, index) => {
    const words = clauseText(clause).trim();
    if (clause.id === null || words === '') return [];
    return [row({ ...own, kind: 'clause', refId: clause.id, place: numbers[index]?.citation ?? '', words })];
  });
  return [
    row({ ...own, kind: 'document', refId: id, place: symbol, words: `${symbol} ${title}` }),
    ...clauses,
  ];
}

function versionRows({ db }: Runtime, { id, bodyId }: DocumentSource): SearchRow[] {
  return namedVersions(db, id).flatMap(({ number, revision, name, comment }) => {
    const words = [name, comment].filter((part) => part !== '').join('\n');
    if (words === '') return [];
    const place = revision === null ? '' : `Rev.${revision}`;
    return [row({ kind: 'version', refId: String(number), documentId: id, bodyId, place, words })];
  });
}

function wordsOf(text: DocumentJson): string {
  return clausesOf(text).map(clauseText).join('\n');
}

function row(
  row: Pick<SearchRow, 'kind' | 'refId' | 'bodyId' | 'place' | 'words'> & Partial<SearchRow>,
): SearchRow {
  return { documentId: '', ring: '', ...row };
}
