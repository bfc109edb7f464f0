// The same intent with nothing around it: no authorization, no limits, no audit; what the framework does at best.
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { freeBusy } from '../../../workflows/contract/catalogue/free-busy.ts';

const calendars = new Map<string, readonly { readonly start: string; readonly end: string }[]>();
const app = fastify({ logger: false });

app.post('/intents/calendar.freebusy', (request, reply) => {
  const input = freeBusy.input.parse(request.body);
  const people = input.people.map((person) => ({
    person,
    busy: (calendars.get(person) ?? []).filter(({ start, end }) => start < input.end && end > input.start),
  }));
  return reply.send({ ok: true, correlation_id: 'none', error: null, people });
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.((app.server.address() as AddressInfo).port);
