import { randomUUID } from 'node:crypto';

export const correlationHeader = 'x-correlation-id';

/** The caller's own id for the request where it sent a usable one, else a new one. */
export function correlationIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.-]{8,64}$/.test(header) ? header : randomUUID();
}
