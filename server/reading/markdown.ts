import MarkdownIt, { type Options } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { type Outcome, refuse } from '../../domain/refusal';
import type { ReadText } from '../../domain/text/left-out';
import { type ReadingOptions, readHtml } from './html';

/** Blocks within blocks. The parser drops in silence what lies deeper: such a file is refused before. */
const DEEPEST_MARKDOWN = 60;

/**
 * The longest paragraph times the brackets, stars, ticks and tags in it: what finding their partners can cost.
 * A paragraph of 3,000 words with a hundred of them stays a thousand times below.
 */
const MOST_WORK = 2_000_000_000;

/**
 * Markdown as a text (CommonMark with tables, strikethrough and footnotes), by way of the HTML it stands for. Front
 * matter comes as it is, in one paragraph of as many lines. Refusals: as readHtml.
 */
export function readMarkdown(markdown: string, options: ReadingOptions): Outcome<ReadText> {
  const { front, body } = withoutFrontMatter(markdown);
  const parser = new MarkdownIt({ html: true }).use(footnotes);
  parser.set({ maxNesting: DEEPEST_MARKDOWN } as Options);
  let work = 0;
  let deepest = 0;
  parser.core.ruler.before('inline', 'bounds', ({ tokens }) => {
    for (const token of tokens) {
      deepest = Math.max(deepest, token.level);
      if (token.type === 'inline') work = Math.max(work, token.content.length * signsIn(token.content));
    }
    if (isTooDeep(deepest) || work > MOST_WORK) tokens.length = 0;
  });
  const html = parser.render(body, {});
  if (isTooDeep(deepest)) return refuse('FI6', { maximum: DEEPEST_MARKDOWN });
  if (work > MOST_WORK) return refuse('FI7', { maximum: MOST_WORK.toLocaleString('en') });
  return readHtml(`<!doctype html><body>${frontHtml(front)}${html}`, options);
}

/** A list opens two levels: of one that would open the level that is not read, the tokens stand two above. */
function isTooDeep(level: number): boolean {
  return level >= DEEPEST_MARKDOWN - 2;
}

function signsIn(words: string): number {
  return words.match(/[[\]<`*_~!]/g)?.length ?? 0;
}

function withoutFrontMatter(markdown: string): { readonly front: readonly string[]; readonly body: string } {
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)/.exec(markdown);
  if (match === null) return { front: [], body: markdown };
  return { front: (match[1] ?? '').split('\n'), body: markdown.slice(match[0].length) };
}

function frontHtml(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length === 0) return '';
  return `<p>${filled.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')).join('<br>')}</p>\n`;
}
