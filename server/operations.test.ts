import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { ServerReading } from './metrics/families';
import { Histogram, TURN_BOUNDS } from './metrics/histogram';
import { answerOperations, type OperationsParts } from './operations';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const empty = new Histogram(TURN_BOUNDS).read();
const each = {
  loopDelay: { mean: 0, p50: 0, p99: 0, max: 0.002 },
  memory: { rss: 1, heapUsed: 1, external: 1 },
};
const reading: ServerReading = {
  rooms: {
    ...each,
    compaction: { running: 0, waiting: 3 },
    sync: {
      sockets: 2,
      rooms: 1,
      editedRooms: 1,
      commits: 4,
      rows: 5,
      storageFailures: 0,
      slowReaders: 0,
      refusals: { SY7: 3 },
      commitSeconds: empty,
      fanOutSeconds: empty,
    },
  },
  pages: { ...each, memory: { ...each.memory, rss: 2 } },
  workers: { ledger: { running: 1, waiting: 2 } },
  walBytes: 4096,
  startedAtSeconds: 1,
  build: { version: '0.0.0', node: '20' },
};

/** A server that answers nothing but what operators ask. */
async function serve(
  config: OperationsParts['config'],
  unready: () => string[] = () => [],
  answers = true,
): Promise<(path: string, headers?: Record<string, string>) => Promise<{ status: number; text: string }>> {
  const parts: OperationsParts = {
    config,
    unready: async () => unready(),
    reading: async () => {
      if (!answers) throw new Error('no answer in time');
      return reading;
    },
  };
  const server = createServer((request, response) => {
    if (!answerOperations(parts, request, response)) response.end('a page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return (path, headers = {}) =>
    new Promise((resolve, reject) => {
      httpRequest({ port, path, headers, agent: false }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      })
        .on('error', reject)
        .end();
    });
}

const TOKEN = 'a token of the tests';
const OPEN = { metricsToken: null, trustedProxies: 0 };

describe('what machines ask', () => {
  test('/readyz says in one word each why people cannot work, /healthz is well all the while', async () => {
    let faults = ['starting', 'database'];
    const ask = await serve(OPEN, () => faults);
    expect(await ask('/readyz')).toEqual({ status: 503, text: 'starting\ndatabase\n' });
    expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    faults = [];
    expect(await ask('/readyz?probe=1')).toEqual({ status: 200, text: 'ok\n' });
    expect(await ask('/readyzz')).toEqual({ status: 200, text: 'a page' });
  });

  test('/metrics without a token is for programs on this machine, not for what a proxy on it passes on', async () => {
    const ask = await serve(OPEN);
    const { status, text } = await ask('/metrics');
    expect(status).toBe(200);
    expect(text).toContain('mufakat_sync_refused_total{rule="SY7"} 3\n');
    expect(text).toContain('mufakat_worker_jobs_running{pool="ledger"} 1\n');
    expect(text).toContain('mufakat_worker_jobs_waiting{pool="compaction"} 3\n');
    expect(text).toContain('mufakat_event_loop_delay_seconds{process="rooms",statistic="max"} 0.002\n');
    expect(text).toContain('process_resident_memory_bytes{process="pages"} 2\n');
    expect(text).toContain('process_resident_memory_bytes{process="rooms"} 1\n');
    expect((await ask('/metrics', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(401);
    const behindProxy = await serve({ metricsToken: null, trustedProxies: 1 });
    expect((await behindProxy('/metrics')).status).toBe(401);
  });

  test('/metrics with a token is for whoever shows it, and for nobody else', async () => {
    const ask = await serve({ metricsToken: TOKEN.replaceAll(' ', '-'), trustedProxies: 1 });
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', { authorization: 'Bearer a-token' })).status).toBe(401);
    const shown = { authorization: `Bearer ${TOKEN.replaceAll(' ', '-')}`, 'x-forwarded-for': '10.0.0.1' };
    expect((await ask('/metrics', shown)).status).toBe(200);
  });

  test('/metrics of rooms that do not answer is a fault, and no page of noughts', async () => {
    const ask = await serve(OPEN, () => [], false);
    expect(await ask('/metrics')).toEqual({
      status: 503,
      text: 'The rooms do not answer. Ask again in a moment.\n',
    });
  });

  test('every line of the metrics is one that a scraper reads', async () => {
    const ask = await serve(OPEN);
    const { text } = await ask('/metrics');
    const line =
      /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? (\+Inf|[\d.e+-]+))$/;
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((each) => !line.test(each))).toEqual([]);
  });
});
