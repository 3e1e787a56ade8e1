import { cpus } from 'node:os';
import { compareTexts } from '../../domain/redline';
import type { DocumentJson } from '../../domain/text/document-json';
import { createTypesetter, redlinePdf, textPdf } from '../../server/pdf';
import { redlinePaper, textPaper } from '../../server/pdf/testing/papers';

/** How long a paper of 60,000 words takes, and what memory: `npx tsx bench/pdf/run.ts [words]`. */
const WORDS = Number(process.argv[2] ?? 60_000);
const SENTENCE =
  'The members shall meet every year to review the progress of the work plan and to agree on what remains to be done, taking note of the report of the Secretariat and of the views of the dialogue partners in full.';
const CLAUSE = SENTENCE.split(' ').length;

/** No two neighbouring clauses are the same: Typst remembers what it has set. */
function clauseOf(index: number): string {
  const words = SENTENCE.split(' ');
  const turn = index % CLAUSE;
  return [...words.slice(turn), `clause-${index}`, ...words.slice(0, turn)].join(' ');
}

function textOf(edited: boolean): DocumentJson {
  return {
    type: 'doc',
    content: Array.from({ length: Math.ceil(WORDS / CLAUSE) }, (_, index) => ({
      type: 'operative',
      attrs: { id: `c_${index}`, level: 1 },
      content: [
        {
          type: 'text',
          text:
            edited && index % 5 === 0 ? clauseOf(index).replace('report', `paper ${index}`) : clauseOf(index),
        },
      ],
    })),
  };
}

const [oldText, newText] = [textOf(false), textOf(true)];
const typesetter = createTypesetter();

function measure(what: string, make: () => Uint8Array): void {
  const start = performance.now();
  const bytes = make();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const memory = Math.round(process.memoryUsage().rss / 1024 ** 2);
  process.stdout.write(
    `${what}: ${seconds} s, ${(bytes.length / 1e6).toFixed(1)} MB, process ${memory} MB\n`,
  );
}

process.stdout.write(`${WORDS} words, Node ${process.version}, ${cpus().length} cores\n`);
measure('text', () => textPdf(typesetter, textPaper(newText)));
measure('text with line numbers', () => textPdf(typesetter, textPaper(newText, { lineNumbers: 'page' })));
const { summary } = compareTexts(oldText, newText, { houseStyle: 'declaration' });
measure(`redline of ${summary.clausesEdited} edited clauses`, () =>
  redlinePdf(typesetter, redlinePaper(oldText, newText)),
);
