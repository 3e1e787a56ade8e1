import type { KillResult, ReadResult } from '../driver/jobs';
import type { Figures, Workload } from './workload';

const CASE = 'kills';
const DOCUMENTS = 4;
/** Each kill comes at another moment between these, in seconds after typing began: Hocuspocus stores within ten. */
const EARLIEST = 1;
const LATEST = 12;

/** W4: the process is killed while people type; what somebody had seen and nobody can find afterwards. */
export const kills: Workload = {
  id: 'W4',
  title:
    'SIGKILL while two type in each of four documents; edits that another client had seen and a reader after the restart lacks',
  needs: { people: 10, documents: DOCUMENTS },
  columns: [
    { key: 'kills', title: 'kills', digits: 0, isCount: true },
    { key: 'seen', title: 'edits seen', digits: 0, isCount: true },
    { key: 'lost', title: 'lost', digits: 0, isCount: true, better: 'less' },
    { key: 'oldest', title: 'oldest lost, s', digits: 1 },
  ],
  bars: [{ text: 'no edit that was seen is lost', case: CASE, key: 'lost', limit: () => 0, is: 'atMost' }],
  cases: () => [CASE],
  unfit: ({ keeps }) => (keeps === 'nothing' ? 'it keeps nothing' : null),

  async measure({ start, drive, settings }): Promise<Figures> {
    let seen = 0;
    const lostAges: number[] = [];
    for (let round = 0; round < settings.kills; round += 1) {
      const { target } = await start();
      const afterSeconds = EARLIEST + ((LATEST - EARLIEST) * (round + 0.5)) / settings.kills;
      const killed = await drive<'kill'>({
        kind: 'kill',
        target,
        documents: DOCUMENTS,
        keysPerSecond: 5,
        afterSeconds,
      });
      const after = await start();
      const read = await drive<'read'>({ kind: 'read', target: after.target, documents: DOCUMENTS });
      await after.kill();
      seen += killed.sightings.reduce((sum, sighting) => sum + sighting.seen, 0);
      lostAges.push(...agesOfLost(killed, read));
    }
    return {
      kills: settings.kills,
      seen,
      lost: lostAges.length,
      oldest: lostAges.length === 0 ? 0 : Math.max(...lostAges) / 1000,
    };
  },
};

/** How long before the kill each of the edits had been seen that are not there any more, in milliseconds. */
export function agesOfLost({ sightings }: KillResult, { held }: ReadResult): number[] {
  return sightings.flatMap(({ document, client, ages }) => ages.slice(held[document]?.[client] ?? 0));
}
