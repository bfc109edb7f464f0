import type { FastifyInstance } from 'fastify';

/** Reads every body as JSON, whatever its declared type; anything else becomes `undefined`, for the route to refuse. */
export function takeJsonBodies(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, text, parsed) => {
    try {
      parsed(null, JSON.parse(text.toString()));
    } catch {
      parsed(null, undefined);
    }
  });
}
