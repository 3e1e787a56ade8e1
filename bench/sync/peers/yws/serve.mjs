import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import WebSocket from 'ws';

// @y/websocket-server as its own command starts it, on a free port.
const server = new WebSocket.Server({ noServer: true });
const http = createServer();

server.on('connection', setupWSConnection);
http.on('upgrade', (request, socket, head) => {
  server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request));
});
http.listen(0, '127.0.0.1', () => console.log(`ready ${http.address().port}`));
