import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './config';
import { EXPOSITION_TYPE, exposition } from './metrics/exposition';
import { familiesOf, type ServerReading } from './metrics/families';
import { mayReadMetrics } from './metrics/reader';

export interface OperationsParts {
  readonly config: Pick<Config, 'metricsToken' | 'trustedProxies'>;
  /** Why people cannot work here now, one word each (`starting`, `stopping`, `database`, `rooms`); empty when they can. */
  readonly unready: () => Promise<readonly string[]>;
  /** Rejects where a part of the server does not answer. */
  readonly reading: () => Promise<ServerReading>;
}

/**
 * What machines ask: `/healthz` (this process lives and its loop turns: the answer is the proof), `/readyz`
 * (people can work) and `/metrics`. True where the request was one of these and has been answered.
 */
export function answerOperations(
  parts: OperationsParts,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  switch (request.url?.split('?', 1)[0]) {
    case '/healthz':
      answerText(response, 200, 'ok');
      return true;
    case '/readyz':
      void answerReadiness(parts, response);
      return true;
    case '/metrics':
      void answerMetrics(parts, request, response);
      return true;
    default:
      return false;
  }
}

async function answerReadiness(parts: OperationsParts, response: ServerResponse): Promise<void> {
  const faults = await parts.unready();
  answerText(response, faults.length === 0 ? 200 : 503, faults.length === 0 ? 'ok' : faults.join('\n'));
}

async function answerMetrics(
  parts: OperationsParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { metricsToken, trustedProxies } = parts.config;
  if (!mayReadMetrics(request, metricsToken, trustedProxies)) {
    response.setHeader('WWW-Authenticate', 'Bearer');
    answerText(response, 401, 'Metrics are for whoever holds MUFAKAT_METRICS_TOKEN.');
    return;
  }
  let reading: ServerReading;
  try {
    reading = await parts.reading();
  } catch {
    answerText(response, 503, 'The rooms do not answer. Ask again in a moment.');
    return;
  }
  response.statusCode = 200;
  response.setHeader('Content-Type', EXPOSITION_TYPE);
  response.setHeader('Cache-Control', 'no-store');
  response.end(exposition(familiesOf(reading)));
}

/** A line of plain text that nobody may keep. */
export function answerText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(`${text}\n`);
}
