import type { FastifyInstance } from 'fastify';

import { wordsOf } from '../words/words-of.ts';
import { acceptedLocale } from './accepted-locale.ts';
import { messagePage, pageHeaders } from './page.ts';

/** The pages that the app's manifest must name. */
export function aboutRoutes(host: FastifyInstance): void {
  for (const about of ['privacy', 'terms'] as const) {
    host.get(`/${about}`, (request, reply) => {
      const words = wordsOf(acceptedLocale(request.headers['accept-language']));
      const { title, text } = words.pages[about];
      return reply.headers(pageHeaders).send(messagePage(words, title, text));
    });
  }
}
