import type { FastifyInstance } from 'fastify';

/** `GET /health`: 200 while the process can do its work, 503 when something that it needs is away. */
export function healthRoutes(host: FastifyInstance, isHealthy: () => Promise<boolean>): void {
  host.get('/health', async (_request, reply) => {
    const healthy = await isHealthy().catch(() => false);
    return reply.code(healthy ? 200 : 503).send({ status: healthy ? 'ok' : 'unavailable' });
  });
}
