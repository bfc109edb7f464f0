import { randomUUID } from 'node:crypto';

/** Without a key, a call is one of its own. */
export function keyOf(input: { readonly idempotencyKey?: string | undefined }): string {
  return input.idempotencyKey ?? randomUUID();
}
