import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// The floor of everything that stores before it shows: the bare relay, which brings all that came within one turn of
// the event loop to the disk before it passes it on, in one write a receiver. No text, no database; the file has its size from the start and is
// written over, so that a sync brings nothing but the bytes.
const SIZE = 16 * 1024 * 1024;
const [place = 'relay.log'] = process.argv.slice(2);
const file = openSync(place, 'w');
writeSync(file, new Uint8Array(SIZE));
fdatasyncSync(file);
process.once('exit', () => closeSync(file));

const rooms = new Map();
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
let waiting = [];
let at = 0;

server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => room.delete(socket));
  socket.on('message', (data) => {
    if (waiting.length === 0) setImmediate(passOn);
    waiting.push({ room, socket, data });
  });
});

function passOn() {
  const turn = waiting;
  waiting = [];
  const bytes = Buffer.concat(turn.map(({ data }) => data));
  if (at + bytes.length > SIZE) at = 0;
  writeSync(file, bytes, 0, bytes.length, at);
  fdatasyncSync(file);
  at += bytes.length;
  const receivers = new Set(turn.flatMap(({ room }) => [...room]));
  for (const receiver of receivers) receiver._socket.cork();
  for (const { room, socket, data } of turn) {
    for (const other of room) if (other !== socket) other.send(data, { binary: true });
  }
  for (const receiver of receivers) receiver._socket.uncork();
}

http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  console.log(`ready ${http.address().port}`);
});
