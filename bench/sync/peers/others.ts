import path from 'node:path';
import type { Target } from '../driver/jobs';
import { installPeers, nodeForHocuspocus4, PEERS_DIRECTORY } from './install';
import type { Needs, Peer } from './peer';
import { ServerProcess } from './server-process';

type Traits = Pick<Peer, 'name' | 'dialect' | 'keeps'> & Partial<Peer>;

/** Hocuspocus stores two seconds after the last edit, ten at most after the first. */
const HOCUSPOCUS_SETTLES = 11;

/** Somebody else's server: documents need no making, and everybody is let in. */
function peer(traits: Traits, script: string, node: () => string | null = () => process.execPath): Peer {
  let documents: string[] = [];
  return {
    settleSeconds: 0,
    isFloor: false,
    prepare: async (needs: Needs) => {
      await installPeers();
      if (node() === null) throw new Error('there is no Node.js 22 or newer for it on this machine');
      documents = Array.from({ length: needs.documents }, (_, index) => `document-${index}`);
    },
    furnish: async () => {},
    start: (place, options) =>
      ServerProcess.start({
        command: [
          node() ?? process.execPath,
          path.join(PEERS_DIRECTORY, script),
          path.join(place, 'texts.sqlite'),
        ],
        ready: /^ready (\d+)$/m,
        ...options,
      }),
    target: (server): Target => ({
      dialect: traits.dialect,
      url: `ws://127.0.0.1:${server.port}/{document}`,
      pid: server.pid,
      documents,
      people: [],
    }),
    ...traits,
  };
}

export const OTHERS: readonly Peer[] = [
  peer(
    {
      name: 'relay',
      dialect: 'relay',
      keeps: 'nothing',
      isFloor: true,
      note: 'bare ws relay: no text at all',
    },
    'relay.mjs',
  ),
  peer(
    {
      name: 'relay-fsync',
      dialect: 'relay',
      keeps: 'nothing',
      isFloor: true,
      note: 'the relay, with a sync of the disk before it passes anything on: no text, and nothing is read back',
    },
    'relay-fsync.mjs',
  ),
  peer(
    {
      name: 'yws',
      dialect: 'y-websocket',
      keeps: 'untilItEnds',
      note: '@y/websocket-server 0.1.5: stores nothing, lets everybody in',
    },
    'yws/serve.mjs',
  ),
  peer(
    {
      name: 'hocuspocus3',
      dialect: 'hocuspocus',
      keeps: 'onDisk',
      settleSeconds: HOCUSPOCUS_SETTLES,
      note: 'Hocuspocus 3.4.4 with SQLite: stores after 2 to 10 s, lets everybody in',
    },
    'hocuspocus3/serve.mjs',
  ),
  peer(
    {
      name: 'hocuspocus4',
      dialect: 'hocuspocus',
      keeps: 'onDisk',
      settleSeconds: HOCUSPOCUS_SETTLES,
      note: 'Hocuspocus 4.7.0 with SQLite on Node 22: stores after 2 to 10 s, lets everybody in',
    },
    'hocuspocus4/serve.mjs',
    nodeForHocuspocus4,
  ),
];
