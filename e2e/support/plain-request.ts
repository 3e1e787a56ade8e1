import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface PlainRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks with exactly this target, as no browser and no fetch would: nothing is decoded, shortened or followed. */
export function askPlainly(port: number, target: string, asked: PlainRequest = {}): Promise<PlainAnswer> {
  const { method = 'GET', headers = {}, body = '' } = asked;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: 'localhost',
        port,
        method,
        path: target,
        headers: body === '' ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('latin1'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What comes back on a connection that sends these bytes, until it is closed or a second has passed. */
export function say(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, 'localhost', () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(1000, end);
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('close', end);
    socket.on('error', end);
  });
}

/** All of them, some at a time: one after the other they would take longer, all at once they would only wait. */
export async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}
