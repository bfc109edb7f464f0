import { randomUUID } from 'node:crypto';

/** Without a key, a call is one of its own. */
export function keyOf(input: { readonly idempotencyKey?: string }): string {
  return input.idempotencyKey ?? randomUUID();
}

/** What an operation on one meeting hands to its command. */
export function commandOf(input: {
  readonly meetingId: string;
  readonly seenVersion?: number;
  readonly idempotencyKey?: string;
}) {
  const { meetingId, seenVersion } = input;
  return { meetingId, seenVersion, idempotencyKey: keyOf(input) };
}
