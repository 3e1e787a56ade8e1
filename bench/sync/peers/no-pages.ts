import type { IncomingMessage, ServerResponse } from 'node:http';

/** Stands in for Next where there is no production build: every page is 404, all the rest of the server is real. */
function next() {
  return {
    prepare: async () => {},
    getRequestHandler: () => async (_request: IncomingMessage, response: ServerResponse) => {
      response.statusCode = 404;
      response.end();
    },
    close: async () => {},
  };
}

// biome-ignore lint/style/noDefaultExport: Next exports itself so.
export default next;
