import { randomBytes } from 'node:crypto';
import { tenantId } from '../access/tenant.ts';
import type { EventDetails } from '../events/event-record.ts';

/** A join link of the form that Teams gives; it leads nowhere. */
export function newJoinLink(organizerId: string): NonNullable<EventDetails['onlineMeeting']> {
  const thread = `19:meeting_${randomBytes(24).toString('base64url')}@thread.v2`;
  const context = JSON.stringify({ Tid: tenantId, Oid: organizerId });
  return {
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${encodeURIComponent(context)}`,
    conferenceId: String(100_000_000 + (randomBytes(4).readUInt32BE() % 900_000_000)),
    tollNumber: '+1 323-555-0166',
  };
}
