import { withoutTrailLine } from '../../domain/audit/trail-line';
import { accept, type Outcome } from '../../domain/refusal';
import type { NodeJson } from '../../domain/text/document-json';
import type { ReadText } from '../../domain/text/left-out';
import { type Line, linesOf } from './plain-lines';
import { countNumbers, type NumberedClause } from './plain-numbers';

export interface PlainOptions {
  /**
   * `count`: numbers at the start of paragraphs become numbers of clauses where counting gives just these numbers,
   * so that a clause put in between is no change of all that follow. `words`: they stay words.
   */
  readonly numbers: 'count' | 'words';
}

/**
 * Plain text as a text. Blank lines part paragraphs; lines that were broken to a width are joined, others stay
 * lines; a bullet begins a list item, by its indent within the one above; lines with tabs are rows of a table. An
 * empty line between paragraphs is required only where there is one at all: otherwise each line is a paragraph.
 */
export function readPlain(text: string, options: PlainOptions): Outcome<ReadText> {
  const lines = linesOf(withoutTrailLine(text));
  const numbered = options.numbers === 'count' ? countNumbers(lines) : null;
  const content: NodeJson[] = [];
  for (let at = 0, end = 0; at < lines.length; at = end) {
    const line = lines[at];
    if (line === undefined) break;
    end = at + 1;
    while (line.kind !== 'words' && lines[end]?.kind === line.kind) end += 1;
    const group = lines.slice(at, end);
    if (line.kind === 'row') content.push(tableOf(group));
    else if (line.kind === 'bullet') content.push(listOf(group, 0));
    else content.push(clauseOf(line, numbered?.get(line)));
  }
  return accept({ text: { type: 'doc', content }, leftOut: [] });
}

/** Whether the numbers at the start of paragraphs are those that counting gives; true where there are none. */
export function hasCountedNumbers(text: string): boolean {
  return countNumbers(linesOf(withoutTrailLine(text))) !== null;
}

function clauseOf(line: Line, numbered: NumberedClause | undefined): NodeJson {
  if (numbered === undefined) return block('paragraph', {}, line.words);
  const { type, level, words } = numbered;
  return block(type, type === 'operative' ? { level } : {}, words);
}

function block(type: string, attrs: Record<string, unknown>, words: string): NodeJson {
  const content = words
    .split('\n')
    .flatMap((part, index): NodeJson[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(part === '' ? [] : [{ type: 'text', text: part }]),
    ]);
  return { type, attrs, ...(content.length === 0 ? {} : { content }) };
}

function tableOf(rows: readonly Line[]): NodeJson {
  const cells = rows.map((row) => row.words.split('\t'));
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    type: 'table',
    content: cells.map((row) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column) => ({
        type: 'tableCell',
        content: [block('paragraph', {}, (row[column] ?? '').trim())],
      })),
    })),
  };
}

/** Lists deeper than this are flat from here on: nobody indents that far to say something. */
const DEEPEST_LIST = 6;

function listOf(lines: readonly Line[], depth: number): NodeJson {
  const own = lines[0]?.indent ?? 0;
  const items: NodeJson[] = [];
  for (let at = 0, end = 0; at < lines.length; at = end) {
    end = at + 1;
    while (depth < DEEPEST_LIST && (lines[end]?.indent ?? -1) > own) end += 1;
    const within = end === at + 1 ? [] : [listOf(lines.slice(at + 1, end), depth + 1)];
    items.push({ type: 'listItem', content: [block('paragraph', {}, lines[at]?.words ?? ''), ...within] });
  }
  return { type: 'bulletList', content: items };
}
