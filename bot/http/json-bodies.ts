import type { FastifyInstance } from 'fastify';

/** Takes every body as JSON, whatever its type is said to be; one that is none becomes `undefined`, for the route to refuse. */
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
