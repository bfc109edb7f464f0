import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PersonId } from '../domain/people/person.ts';

/** Meetings' workflow ids begin with this, so that lists find them and nothing else. */
const meetingIdPrefix = 'meeting-';

/**
 * The same for the same organizer and idempotency key, so that a repeated proposal is the same meeting. 128 bits of
 * a hash, because ids appear in addresses and must not tell who organizes.
 */
export function meetingIdOf(organizerId: PersonId, idempotencyKey: string): string {
  const digest = bytesToHex(sha256(utf8ToBytes(`${organizerId}\n${idempotencyKey}`)));
  return `${meetingIdPrefix}${digest.slice(0, 32)}`;
}
