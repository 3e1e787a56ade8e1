import { rebuild } from '../../domain/redline/apply';
import { applyChanges, changeListOf, revertChanges } from '../../domain/redline/list';
import { tokenise, WORD_TOKEN } from '../../domain/redline/tokens';
import type { Redline } from '../../domain/redline/types';
import { Vocabulary } from '../../domain/redline/vocabulary';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { Texts } from './cases';

/** Equal, deleted or inserted text, in reading order. */
export type Run = readonly [op: '=' | '-' | '+', text: string];

/** What a comparison found, counted in one way for all. */
export interface Found {
  readonly newWords: number;
  /** Words touched on either side. */
  readonly words: number;
  readonly letters: number;
  /** Places at which a reader sees something changed. */
  readonly regions: number;
  /** Changed runs that begin on a sign that belongs to the letter before. */
  readonly torn: number;
  /** Whether both texts can be made of the answer again; of HTML, but for spaces. */
  readonly rebuilds: boolean;
  readonly moved?: number;
  readonly splits?: number;
  readonly merges?: number;
}

const TORN = /^[\p{M}\u0E30\u0E32\u0E33\u0E45\u0EB0\u0EB2\u0EB3]/u;

export function foundInRedline(redline: Redline, texts: Texts): Found {
  const { changes, summary, rows } = redline;
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const runs = rows
    .flatMap((row) => (row.cells === undefined ? row.segments : row.cells.flatMap((cell) => cell.segments)))
    .filter(({ op }) => op !== 'equal');
  return {
    newWords: summary.newWords,
    words: summary.wordsInserted + summary.wordsDeleted,
    letters: runs.reduce((sum, { text }) => sum + text.length, 0),
    regions: changes.length,
    torn: runs.filter(({ text }) => TORN.test(text)).length,
    rebuilds: isExact(redline, texts),
    moved: count('moved'),
    splits: count('split'),
    merges: count('merged'),
  };
}

/** The clauses as the rows show them, and the texts as the list of changes makes them. */
function isExact(redline: Redline, { old, new: fresh }: Texts): boolean {
  const shows = (side: 'old' | 'new', text: Texts['old']) =>
    JSON.stringify(rebuild(redline, side).map((clause) => clause.text)) ===
    JSON.stringify(clausesOf(text).map(clauseText));
  const list = changeListOf(redline, old, fresh);
  return (
    (redline.summary.identical || shows('old', old)) &&
    shows('new', fresh) &&
    applyChanges(old, list).ok &&
    revertChanges(fresh, list).ok
  );
}

export function foundInRuns(runs: readonly Run[], old: string, fresh: string, isHtml: boolean): Found {
  const changed = runs.filter(([op, text]) => op !== '=' && text !== '');
  const sameText = (side: '-' | '+', text: string) =>
    isHtml ? plain(sideOf(runs, side)) === plain(text) : sideOf(runs, side) === text;
  return {
    newWords: tokenise(fresh, [], new Vocabulary()).words,
    words: touched(runs, '-') + touched(runs, '+'),
    letters: changed.reduce((sum, [, text]) => sum + text.length, 0),
    regions: regionsOf(runs),
    torn: changed.filter(([, text]) => TORN.test(text)).length,
    rebuilds: sameText('-', old) && sameText('+', fresh),
  };
}

function sideOf(runs: readonly Run[], side: '-' | '+'): string {
  return runs
    .filter(([op]) => op === '=' || op === side)
    .map(([, text]) => text)
    .join('');
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Words of one side that a changed run touches, if only by a letter. */
function touched(runs: readonly Run[], side: '-' | '+'): number {
  const tokens = tokenise(sideOf(runs, side), [], new Vocabulary());
  let count = 0;
  let token = 0;
  let place = 0;
  for (const [op, text] of runs) {
    if (op !== '=' && op !== side) continue;
    const end = place + text.length;
    if (op === side) {
      while ((tokens.starts[token + 1] ?? Infinity) <= place) token += 1;
      while (token < tokens.keys.length && (tokens.starts[token] ?? 0) < end) {
        if (tokens.kinds[token] === WORD_TOKEN) count += 1;
        token += 1;
      }
    }
    place = end;
  }
  return count;
}

function regionsOf(runs: readonly Run[]): number {
  let regions = 0;
  let isInside = false;
  for (const [op, text] of runs) {
    if (text === '') continue;
    if (op !== '=' && !isInside) regions += 1;
    isInside = op !== '=';
  }
  return regions;
}
