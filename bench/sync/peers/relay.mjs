import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// The floor: every message goes to everybody else at the same address, one write each. No text, no state.
const rooms = new Map();
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });

server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => room.delete(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: true });
  });
});

http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  console.log(`ready ${http.address().port}`);
});
