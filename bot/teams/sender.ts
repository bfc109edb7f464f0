import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Place } from '../messenger/connector.ts';
import type { IncomingActivity } from './activity-shape.ts';

/** Who wrote or clicked, and where. */
export interface Sender {
  readonly personId: PersonId;
  readonly caller: Caller;
  /** Teams' id of the person towards this bot. */
  readonly userId: string;
  readonly place: Place;
  readonly isPersonal: boolean;
  /** As Teams reports it; a BCP 47 tag. */
  readonly locale?: string;
}

/**
 * By the directory id that the connector vouches for, and nothing else that the activity says. Undefined for senders
 * without one: guests of other services, webhooks, other bots.
 */
export function senderOf(activity: IncomingActivity): Sender | undefined {
  const id = activity.from.aadObjectId;
  if (id === undefined || id === null || id === '') return undefined;
  return {
    personId: personId(id),
    caller: { kind: 'person', personId: personId(id), surface: 'teams' },
    userId: activity.from.id,
    place: { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id },
    isPersonal: activity.conversation.conversationType === 'personal',
    locale: activity.locale ?? undefined,
  };
}
