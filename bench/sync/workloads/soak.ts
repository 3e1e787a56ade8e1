import { memoryKb, openHandles } from '../driver/process-facts';
import { slopeOf } from '../slope';
import type { Bench, Figures, Running, Workload } from './workload';

const EDITORS = 100;
const SESSION_SECONDS = 60;
const SESSIONS = 30;
const QUICK_SECONDS = 10;
const QUICK_SESSIONS = 4;

interface Sample {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly handles: number;
  readonly walMb: number;
}

/**
 * A long day, shortened to its slope: a hundred people type in one text after another, a minute each. After each
 * session the server is asked what it holds. The first half is not counted: a process warms up.
 */
export const soak: Workload = {
  id: 'soak',
  title: `${EDITORS} people type in ${SESSIONS} sessions of ${SESSION_SECONDS} s (quick: ${QUICK_SESSIONS} of ${QUICK_SECONDS}); slopes over the second half`,
  needs: { people: EDITORS, documents: SESSIONS },
  columns: [
    { key: 'keystrokes', title: 'keystrokes', digits: 0 },
    { key: 'lost', title: 'lost', digits: 0, isCount: true },
    { key: 'rss', title: 'RSS MB', digits: 0 },
    { key: 'rssSlope', title: 'RSS MB/h', digits: 1 },
    { key: 'heapSlope', title: 'heap MB/h', digits: 1 },
    { key: 'handles', title: 'handles', digits: 0 },
    { key: 'handlesSlope', title: 'handles/h', digits: 1 },
    { key: 'wal', title: 'WAL MB', digits: 1 },
    { key: 'walSlope', title: 'WAL MB/h', digits: 2 },
    { key: 'firstP99', title: 'first p99 ms', digits: 1 },
    { key: 'lastP99', title: 'last p99 ms', digits: 1 },
  ],
  bars: [
    { text: 'handles flat', case: 'day', key: 'handlesSlope', limit: () => 1, is: 'atMost' },
    { text: 'WAL flat: at most 16 MB', case: 'day', key: 'wal', limit: () => 16, is: 'atMost' },
    { text: 'nothing lost', case: 'day', key: 'lost', limit: () => 0, is: 'atMost' },
  ],
  cases: () => ['day'],
  unfit: ({ name }) => (name === 'mufakat' ? null : 'it does not say what it holds'),

  async measure(bench): Promise<Figures> {
    const { isQuick } = bench.settings;
    const sessions = isQuick ? QUICK_SESSIONS : SESSIONS;
    const seconds = isQuick ? QUICK_SECONDS : SESSION_SECONDS;
    const running = await bench.start();
    const samples: Sample[] = [];
    const p99s: number[] = [];
    let keystrokes = 0;
    let lost = 0;
    for (let session = 0; session < sessions; session += 1) {
      const result = await type(bench, running, session, seconds);
      keystrokes += result.keystrokes;
      lost += result.lost;
      p99s.push(result.seen.p99);
      samples.push(await sampleOf(running));
    }
    const late = samples.slice(Math.floor(samples.length / 2));
    const perHour = 3600 / seconds;
    const slope = (key: keyof Sample) => slopeOf(late.map((sample) => sample[key])) * perHour;
    const last = samples.at(-1);
    return {
      keystrokes,
      lost,
      rss: last?.rssMb ?? null,
      rssSlope: slope('rssMb'),
      heapSlope: slope('heapMb'),
      handles: last?.handles ?? null,
      handlesSlope: slope('handles'),
      wal: Math.max(...samples.map((sample) => sample.walMb)),
      walSlope: slope('walMb'),
      firstP99: p99s[0] ?? null,
      lastP99: p99s.at(-1) ?? null,
    };
  },
};

function type({ drive }: Bench, { target }: Running, session: number, seconds: number) {
  return drive<'typing'>({
    kind: 'typing',
    target: { ...target, documents: target.documents.slice(session) },
    documents: 1,
    clientsPerDocument: EDITORS,
    writersPerDocument: EDITORS,
    keysPerSecond: 5,
    bodySize: 4000,
    warmUpSeconds: 1,
    seconds,
  });
}

async function sampleOf({ pid, target }: Running): Promise<Sample> {
  const metrics = await (await fetch(`${new URL(target.url.replace(/^ws/, 'http')).origin}/metrics`)).text();
  /** Of both processes together. */
  const read = (name: string) => {
    const samples = [...metrics.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'))];
    return samples.length === 0 ? Number.NaN : samples.reduce((sum, [, value]) => sum + Number(value), 0);
  };
  return {
    rssMb: (memoryKb(pid)?.now ?? 0) / 1024,
    heapMb: read('nodejs_heap_size_used_bytes') / 2 ** 20,
    handles: openHandles(pid),
    walMb: read('mufakat_database_wal_bytes') / 2 ** 20,
  };
}
