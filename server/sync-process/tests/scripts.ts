/**
 * Clients that run in a process of their own (`node -e`), so that they speak while the process of the pages is busy. They
 * read `URL_OF_TEXT`, `SECRET` (a bearer's) and `UPGRADE` (a whole request for a socket, in base64).
 */

/** Sixty times in a row: opens a socket, asks for the text at once, prints a dot for its answer (sync step 2). */
export const ASKS_AT_ONCE = `
  const WebSocket = require('ws');
  const ask = (left) => {
    if (left === 0) process.exit();
    const socket = new WebSocket(process.env.URL_OF_TEXT, { headers: { authorization: 'Bearer ' + process.env.SECRET } });
    socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)));
    socket.on('message', (data) => {
      if (data[0] !== 0 || data[1] !== 1) return;
      process.stdout.write('.');
      socket.terminate();
      ask(left - 1);
    });
  };
  ask(60);
`;

/** Twenty times in a row, on one connection: asks for a page, then for a socket, pings as soon as it is open, prints a dot for the pong. */
export const PAGE_THEN_SOCKET = `
  const { connect } = require('node:net');
  const { hostname, port } = new URL(process.env.URL_OF_TEXT);
  const steps = [
    ['page of GET', () => Buffer.from(process.env.UPGRADE, 'base64')],
    ['HTTP/1.1 101 ', () => Buffer.from([0x89, 0x80, 0, 0, 0, 0])],
    ['\\x8a\\x00', () => null],
  ];
  const visit = (left) => {
    if (left === 0) process.exit();
    let heard = '', step = 0;
    const socket = connect(Number(port), hostname, () => socket.write('GET /page HTTP/1.1\\r\\nHost: mufakat.test\\r\\n\\r\\n'));
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (step === steps.length || !heard.includes(steps[step][0])) return;
      const next = steps[step++][1]();
      if (next !== null) return socket.write(next);
      process.stdout.write('.');
      socket.destroy();
      visit(left - 1);
    });
  };
  visit(20);
`;

/** Twenty times in a row: sends a form in pieces, a moment between them; prints a dot for an answer that has counted them all. */
export const FORM_IN_PIECES = `
  const { connect } = require('node:net');
  const { hostname, port } = new URL(process.env.URL_OF_TEXT);
  const send = async (left) => {
    if (left === 0) process.exit();
    const socket = connect(Number(port), hostname);
    socket.on('data', (chunk) => {
      if (chunk.toString().includes('page of POST, 50 letters')) process.stdout.write('.');
      socket.destroy();
      send(left - 1);
    });
    socket.write('POST /page HTTP/1.1\\r\\nHost: mufakat.test\\r\\nContent-Length: 50\\r\\n\\r\\n');
    for (let piece = 0; piece < 10; piece += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      socket.write('five.');
    }
  };
  send(20);
`;

/** Asks for a page on two hundred connections at once, and stays. */
export const CROWD = `
  const { connect } = require('node:net');
  const { hostname, port } = new URL(process.env.URL_OF_TEXT);
  for (let index = 0; index < 200; index += 1) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write('GET /page HTTP/1.1\\r\\nHost: mufakat.test\\r\\n\\r\\n');
  }
  setTimeout(() => undefined, 15_000);
`;
