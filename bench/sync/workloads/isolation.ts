import { typingFigures } from './typing-figures';
import type { Bench, Figures, Running, Workload } from './workload';

export const CASE = '50x10';
/** Driver processes need this long before they measure, and after. */
export const LEEWAY_SECONDS = 6;

/**
 * What else the server does must not be felt by those who write. The server may use both CPUs here, as it would
 * anywhere: on one, a comparison in a worker thread takes turns with the event loop whatever is done.
 */
export const isolation: Workload = {
  id: 'isolation',
  title: `${CASE} as in W1, quiet, and while pages are read, people sign in and two texts of 60,000 words are compared without pause`,
  needs: { people: 50, documents: 1, hasLongText: true },
  columns: [
    { key: 'quietP50', title: 'quiet p50 ms', digits: 2 },
    { key: 'quietP99', title: 'quiet p99 ms', digits: 1 },
    { key: 'busyP50', title: 'busy p50 ms', digits: 2 },
    { key: 'busyP99', title: 'busy p99 ms', digits: 1 },
    { key: 'busyMax', title: 'busy max ms', digits: 0 },
    { key: 'ratio', title: 'p99 busy ÷ quiet', digits: 2 },
    { key: 'lost', title: 'lost', digits: 0, isCount: true },
    { key: 'pages', title: 'pages', digits: 0, isCount: true },
    { key: 'pageP50', title: 'page p50 ms', digits: 0 },
    { key: 'comparisons', title: 'comparisons', digits: 0, isCount: true },
    { key: 'comparisonP50', title: 'comparison p50 ms', digits: 0 },
    { key: 'pagesFailed', title: 'pages failed', digits: 0, isCount: true },
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
    const browsing = bench.drive<'browse'>({
      kind: 'browse',
      target: running.target,
      seconds: warmUpSeconds + seconds + LEEWAY_SECONDS,
    });
    const [busy, browsed] = await Promise.all([type(bench, running), browsing]);
    return {
      quietP50: quiet.p50 ?? null,
      quietP99: quiet.p99 ?? null,
      busyP50: busy.p50 ?? null,
      busyP99: busy.p99 ?? null,
      busyMax: busy.max ?? null,
      ratio: quiet.p99 && busy.p99 ? busy.p99 / quiet.p99 : null,
      lost: (quiet.lost ?? 0) + (busy.lost ?? 0),
      pages: browsed.pages.count,
      pageP50: browsed.pages.p50,
      comparisons: browsed.comparisons.count,
      comparisonP50: browsed.comparisons.p50,
      pagesFailed: browsed.failed,
      late: busy.late ?? null,
    };
  },
};

/** Ten of fifty people type in one document. */
export async function type({ drive, settings }: Bench, { target }: Running): Promise<Figures> {
  const result = await drive<'typing'>({
    kind: 'typing',
    target,
    documents: 1,
    clientsPerDocument: 50,
    writersPerDocument: 10,
    keysPerSecond: 5,
    bodySize: 4000,
    warmUpSeconds: settings.warmUpSeconds,
    seconds: settings.seconds,
  });
  return typingFigures(result);
}
