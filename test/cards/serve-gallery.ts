import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { galleryPage, oneCardPage, shownBy } from './gallery.ts';

/** Serves the gallery of cards on this machine only; port 0 takes a free one. Rejects where the port is taken. */
export async function serveGallery(port: number): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const shown = shownBy(searchParams);
    const page =
      pathname === '/'
        ? galleryPage(shown)
        : pathname === '/card'
          ? oneCardPage(shown, searchParams.get('name') ?? '')
          : undefined;
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? 'There is no such card.');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
