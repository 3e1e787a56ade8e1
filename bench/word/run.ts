import { LONG_PLAN, makeHistory } from '../../domain/redline/testing/histories';
import type { RedlinePaper } from '../../domain/text/paper';
import { wordFile } from '../../server/word/writing/paper';

/**
 * `npx tsx bench/word/run.ts [clauses]`: time and memory of a redline as a Word file, comparing included. 1,500
 * clauses are some 60,000 words; 300 edits of all kinds.
 */
const clauses = Number(process.argv[2] ?? LONG_PLAN.clauses);
const ROUNDS = 5;

const { old, new: fresh, truth } = makeHistory({ ...LONG_PLAN, clauses, withIds: true });
const version = {
  number: 1,
  revision: 1,
  kind: 'revision',
  name: '',
  state: 'negotiation',
  at: '2019-04-22T02:00:00Z',
  hash: '',
} as const;
const paper: RedlinePaper = {
  locale: 'en',
  document: { symbol: 'BENCH', title: 'Bench', body: '', language: 'en', houseStyle: 'declaration' },
  fromSymbol: null,
  from: version,
  to: { ...version, number: 2, revision: 2 },
  job: {
    oldJson: JSON.stringify(old),
    newJson: JSON.stringify(fresh),
    options: { houseStyle: 'declaration' },
  },
  lineNumbers: 'page',
  delegations: {},
};

const times: number[] = [];
let size = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const start = performance.now();
  const bytes = await wordFile({
    do: 'redline',
    paper,
    options: { format: 'docx', moves: 'moves', authors: 'delegations' },
    comments: [],
  });
  times.push(performance.now() - start);
  size = bytes.length;
}
const sorted = [...times].sort((a, b) => a - b);
console.log(
  [
    `${truth.oldWords} words, ${truth.wordsInserted} inserted, ${truth.wordsDeleted} deleted`,
    `compared and written: first ${times[0]?.toFixed(0)} ms, median of ${ROUNDS} ${sorted[Math.floor(ROUNDS / 2)]?.toFixed(0)} ms`,
    `file: ${(size / 1024).toFixed(0)} KiB`,
    `memory of the process at most: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
  ].join('\n'),
);
