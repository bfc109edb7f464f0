import type { FastifyInstance } from 'fastify';

import { messagePage, pageHeaders } from './page.ts';

/** The pages that the app's manifest must name. */
const pages = {
  '/privacy': messagePage(
    'Privacy',
    'Assent keeps who is in a meeting, the times proposed, and the answers given, for as long as the meeting runs and 90 days after. It reads when people are free or busy, never what their events are about. Nothing leaves the systems of the organisation that runs it.',
  ),
  '/terms': messagePage(
    'Terms of use',
    'Assent is free software under the MIT licence. It comes without a warranty; the organisation that runs it is responsible for it.',
  ),
} as const;

export function aboutRoutes(host: FastifyInstance): void {
  for (const [path, page] of Object.entries(pages)) {
    host.get(path, (_request, reply) => reply.headers(pageHeaders).send(page));
  }
}
