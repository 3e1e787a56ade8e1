import { createServer, type Server } from 'node:http';
import type { Config } from '../config';
import { expectGuests } from '../guests';
import { applySecurityHeaders } from '../headers';
import { limitWaiting, refuseRubbish, type Upgrade } from '../http';
import { answerText } from '../operations';

/** HTTP as far as rooms need it: whoever comes for one asks for a WebSocket. */
export function createHall(config: Config, enter: Upgrade): Server {
  const server = createServer((request, response) => {
    applySecurityHeaders(config, request, response);
    response.setHeader('Connection', 'close, upgrade');
    response.setHeader('Upgrade', 'websocket');
    answerText(
      response,
      426,
      'This address speaks WebSocket. To read the document, open /documents/ and its id.',
    );
  });
  server.on('upgrade', enter);
  server.on('clientError', refuseRubbish);
  limitWaiting(server);
  expectGuests(server);
  return server;
}
