import { lastAudit } from '../../db/audit-log';
import type { Db } from '../../db/client';
import { type SearchRow, searchStamp } from '../../db/search';
import {
  brainstormSources,
  type DocumentSource,
  type DocumentStamps,
  decisionsAbout,
  decisionsOfMeeting,
  documentStamps,
  inputsStamp,
  meetingDecisionCounts,
  namedVersions,
  planSources,
  standingActivities,
  standingInputs,
  tabledProposals,
} from '../../db/search-sources';
import { readLog } from '../../db/update-log';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { numberClauses } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { cycleEntries } from './search-cycle-entries';

/** One entry of the index: what it holds, and a stamp that changes when that does. */
export interface IndexEntry {
  readonly key: string;
  readonly stamp: string;
  /** When its words were last written in, where people write in them; null elsewhere. */
  readonly writtenAt: string | null;
  readonly rows: () => readonly SearchRow[] | Promise<readonly SearchRow[]>;
}

/** So many documents are looked at in one go: what takes a millisecond. */
const AT_ONCE = 50;
const NOTHING = '0';

/**
 * Everything that is not in the index as it is now, as entries; null where others should get their turn. Nothing of an
 * inner ring that its `ring` does not name.
 */
export function* staleEntries(runtime: Runtime): Generator<IndexEntry | null> {
  const { db } = runtime;
  let documents: DocumentStamps[];
  let last = '';
  do {
    documents = documentStamps(db, last, AT_ONCE);
    for (const document of documents) yield* staleOf(runtime, document);
    last = documents.at(-1)?.id ?? last;
    yield null;
  } while (documents.length === AT_ONCE);
  yield* staleAmong(db, otherEntries(runtime));
  const head = lastAudit(db)?.seq ?? 0;
  if (cycleFreshAt.get(db) === head) return;
  if ((yield* staleAmong(db, cycleEntries(db))) === 0) cycleFreshAt.set(db, head);
}

/**
 * The head of the audit trail when nothing of the cycle was stale. Whoever changes what meetings, brainstorms, plans or
 * centres say leaves an event there, so while the head stays none of it has to be read.
 */
const cycleFreshAt = new WeakMap<Db, number>();

/** Those that are not in the index as they are now; returns how many. */
function* staleAmong(db: Db, entries: Iterable<IndexEntry>): Generator<IndexEntry | null, number> {
  let looks = 0;
  let stale = 0;
  for (const entry of entries) {
    looks += 1;
    if (looks % AT_ONCE === 0) yield null;
    if (searchStamp(db, entry.key) === entry.stamp) continue;
    stale += 1;
    yield entry;
  }
  return stale;
}

function* staleOf(runtime: Runtime, document: DocumentStamps): Generator<IndexEntry> {
  const { id, symbol, title, houseStyle, position, writtenAt } = document;
  const text = `${position} ${houseStyle} ${symbol} ${title}`;
  const [versions, proposals, decided] = [document.lastVersion, document.tabled, document.decided].map(
    String,
  );
  if (text !== document.indexedText)
    yield { key: `text ${id}`, stamp: text, writtenAt, rows: () => textRows(runtime, document) };
  const stale = (kind: string, stamp = '', rows: IndexEntry['rows']) => ({
    key: `${kind} ${id}`,
    stamp,
    writtenAt: null,
    rows,
  });
  // Where there is nothing an entry would say nothing.
  if (versions !== (document.indexedVersions ?? NOTHING))
    yield stale('versions', versions, () => versionRows(runtime, document));
  if (proposals !== (document.indexedProposals ?? NOTHING))
    yield stale('proposals', proposals, () => proposalRows(runtime, document));
  if (decided !== (document.indexedDecided ?? NOTHING))
    yield stale('decided', decided, () => decisionRows(runtime, document));
}

/** What else hangs on no document; inputs of a hidden round leave no event in the trail (BS6). */
function* otherEntries({ db }: Runtime): Generator<IndexEntry> {
  for (const { meetingId, bodyId, decided } of meetingDecisionCounts(db)) {
    yield {
      key: `decisions ${meetingId}`,
      stamp: String(decided),
      writtenAt: null,
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
      writtenAt: null,
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
  for (const { id, bodyId, seq } of planSources(db)) {
    yield {
      key: `plan ${id}`,
      stamp: String(seq),
      writtenAt: null,
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

function proposalRows({ db }: Runtime, { id: documentId, bodyId }: DocumentSource): SearchRow[] {
  return tabledProposals(db, documentId).map(({ id, number, rationale, text }) =>
    row({
      kind: 'proposal',
      refId: id,
      documentId,
      bodyId,
      place: String(number ?? ''),
      words: [text === null ? '' : wordsOf(JSON.parse(text) as DocumentJson), rationale].join('\n'),
    }),
  );
}

function decisionRows({ db }: Runtime, { id: documentId, bodyId }: DocumentSource): SearchRow[] {
  return decisionsAbout(db, documentId).map(({ id, verb, wording }) =>
    row({ kind: 'decision', refId: id, documentId, bodyId, place: verb, words: wording }),
  );
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
