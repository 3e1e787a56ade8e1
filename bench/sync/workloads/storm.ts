import type { Workload } from './workload';

const CASE = 'storm';
const DOCUMENTS = 100;
const SOCKETS = 1000;

/** W5: everybody comes back at once after a restart. */
export const storm: Workload = {
  id: 'W5',
  title: `${SOCKETS} sockets at once over ${DOCUMENTS} documents of 20 KB, after a restart (y-websocket, which keeps nothing: without one)`,
  needs: { people: 200, documents: DOCUMENTS },
  columns: [
    { key: 'all', title: 'all synced ms', digits: 0, better: 'less' },
    { key: 'p50', title: 'p50 ms', digits: 0, better: 'less' },
    { key: 'failed', title: 'failed', digits: 0, isCount: true },
    { key: 'cpu', title: 'CPU s', digits: 2, better: 'less' },
    { key: 'peak', title: 'peak RSS MB', digits: 0, better: 'less' },
  ],
  bars: [
    { text: 'all synced within 700 ms', case: CASE, key: 'all', limit: () => 700, is: 'atMost' },
    { text: 'none failed', case: CASE, key: 'failed', limit: () => 0, is: 'atMost' },
  ],
  cases: () => [CASE],
  unfit: ({ keeps }) => (keeps === 'nothing' ? 'it keeps nothing' : null),

  async measure({ start, drive, peer }) {
    let running = await start();
    await drive<'fill'>({ kind: 'fill', target: running.target, documents: DOCUMENTS, bodySize: 20_000 });
    if (peer.keeps === 'onDisk') {
      await new Promise((resolve) => setTimeout(resolve, peer.settleSeconds * 1000));
      await running.stop();
      running = await start();
    }
    const opened = await drive<'open'>({
      kind: 'open',
      target: running.target,
      clients: SOCKETS,
      documents: DOCUMENTS,
      whole: null,
    });
    return {
      all: opened.ms.max,
      p50: opened.ms.p50,
      failed: opened.failed,
      cpu: opened.cpuSeconds,
      peak: opened.peakMb,
    };
  },
};
