import { CASE, LEEWAY_SECONDS, type } from './isolation';
import type { Figures, Workload } from './workload';

/** Files that come in and go out must not be felt by those who write, whatever is in them. */
export const fileIsolation: Workload = {
  id: 'files',
  title: `${CASE} as in W1, quiet, and while hostile and long Word files come in and a redline of 60,000 words goes out as Word and PDF, without pause`,
  needs: { people: 50, documents: 1, hasLongText: true },
  columns: [
    { key: 'quietP50', title: 'quiet p50 ms', digits: 2 },
    { key: 'quietP99', title: 'quiet p99 ms', digits: 1 },
    { key: 'busyP50', title: 'busy p50 ms', digits: 2 },
    { key: 'busyP99', title: 'busy p99 ms', digits: 1 },
    { key: 'busyMax', title: 'busy max ms', digits: 0 },
    { key: 'ratio', title: 'p99 busy ÷ quiet', digits: 2 },
    { key: 'lost', title: 'lost', digits: 0, isCount: true },
    { key: 'refused', title: 'files refused', digits: 0, isCount: true },
    { key: 'refusalP50', title: 'refusal p50 ms', digits: 0 },
    { key: 'read', title: 'files read', digits: 0, isCount: true },
    { key: 'readingP50', title: 'reading p50 ms', digits: 0 },
    { key: 'word', title: 'Word files', digits: 0, isCount: true },
    { key: 'wordP50', title: 'Word p50 ms', digits: 0 },
    { key: 'pdf', title: 'PDF', digits: 0, isCount: true },
    { key: 'pdfP50', title: 'PDF p50 ms', digits: 0 },
    { key: 'failed', title: 'failed', digits: 0, isCount: true },
    { key: 'late', title: 'driver late p99', digits: 1 },
  ],
  bars: [
    {
      text: 'p99 at most twice that of the quiet server',
      case: CASE,
      key: 'ratio',
      limit: () => 2,
      is: 'atMost',
    },
    { text: 'nothing lost', case: CASE, key: 'lost', limit: () => 0, is: 'atMost' },
  ],
  cases: () => [CASE],
  unfit: ({ servesPages }) =>
    servesPages === true ? null : 'it serves no pages (ours does after: npm run build)',

  async measure(bench): Promise<Figures> {
    const running = await bench.start({ isPinned: false });
    const quiet = await type(bench, running);
    const { warmUpSeconds, seconds } = bench.settings;
    const moving = bench.drive<'files'>({
      kind: 'files',
      target: running.target,
      seconds: warmUpSeconds + seconds + LEEWAY_SECONDS,
    });
    const [busy, moved] = await Promise.all([type(bench, running), moving]);
    return {
      quietP50: quiet.p50 ?? null,
      quietP99: quiet.p99 ?? null,
      busyP50: busy.p50 ?? null,
      busyP99: busy.p99 ?? null,
      busyMax: busy.max ?? null,
      ratio: quiet.p99 && busy.p99 ? busy.p99 / quiet.p99 : null,
      lost: (quiet.lost ?? 0) + (busy.lost ?? 0),
      refused: moved.refusals.count,
      refusalP50: moved.refusals.p50,
      read: moved.readings.count,
      readingP50: moved.readings.p50,
      word: moved.word.count,
      wordP50: moved.word.p50,
      pdf: moved.pdf.count,
      pdfP50: moved.pdf.p50,
      failed: moved.failed,
      late: busy.late ?? null,
    };
  },
};
