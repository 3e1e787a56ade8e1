import { PAPER_EDITS } from '../driver/trace';
import type { Figures, Workload } from './workload';

const CASE = 'the paper';
const AT_ONCE = 50;
const EDITS_OF_A_QUICK_RUN = 60_000;

/** W3: a document with a long history is taken in, and opened again after a restart. */
export const longDocument: Workload = {
  id: 'W3',
  title: `${PAPER_EDITS} edits (quick: ${EDITS_OF_A_QUICK_RUN}): taking them in, opening the document after a restart`,
  needs: { people: 50, documents: 1 },
  columns: [
    { key: 'editsPerSecond', title: 'edits/s in', digits: 0, better: 'more' },
    { key: 'ingestCpu', title: 'CPU s in', digits: 1, better: 'less' },
    { key: 'driverCpu', title: 'driver CPU %', digits: 0 },
    { key: 'first', title: 'first ms', digits: 1, better: 'less' },
    { key: 'fifty', title: `${AT_ONCE} cold, last ms`, digits: 0, better: 'less' },
    { key: 'fiftyCpu', title: `CPU s of ${AT_ONCE}`, digits: 2, better: 'less' },
    { key: 'receivedKb', title: 'KB received', digits: 0 },
    { key: 'failed', title: 'failed', digits: 0, isCount: true },
  ],
  bars: [
    {
      text: 'takes in 60,000 edits a second',
      case: CASE,
      key: 'editsPerSecond',
      limit: () => 60_000,
      is: 'atLeast',
    },
    { text: 'opens in 20 ms', case: CASE, key: 'first', limit: () => 20, is: 'atMost' },
    { text: `${AT_ONCE} at once open in 150 ms`, case: CASE, key: 'fifty', limit: () => 150, is: 'atMost' },
  ],
  cases: () => [CASE],
  unfit: ({ keeps }) => (keeps === 'nothing' ? 'it keeps nothing' : null),

  async measure({ start, drive, peer, settings }): Promise<Figures> {
    const edits = settings.isQuick ? EDITS_OF_A_QUICK_RUN : PAPER_EDITS;
    const writing = await start();
    const ingest = await drive<'ingest'>({ kind: 'ingest', target: writing.target, edits });
    const ingested: Figures = {
      editsPerSecond: ingest.isCutOff ? null : edits / ingest.seconds,
      ingestCpu: ingest.cpuSeconds,
      driverCpu: ingest.driverCpuShare * 100,
    };
    if (peer.keeps !== 'onDisk' || ingest.isCutOff) return ingested;
    await new Promise((resolve) => setTimeout(resolve, peer.settleSeconds * 1000));
    await writing.stop();

    const openings = [];
    for (const clients of [1, AT_ONCE]) {
      const reading = await start();
      openings.push(
        await drive<'open'>({
          kind: 'open',
          target: reading.target,
          clients,
          documents: 1,
          whole: ingest.whole,
        }),
      );
      await reading.stop();
    }
    const [first, fifty] = openings;
    return {
      ...ingested,
      first: first?.ms.max ?? null,
      receivedKb: first?.receivedKb ?? null,
      fifty: fifty?.ms.max ?? null,
      fiftyCpu: fifty?.cpuSeconds ?? null,
      failed: openings.reduce((sum, opening) => sum + opening.failed, 0),
    };
  },
};
