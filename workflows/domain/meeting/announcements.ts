import type { PersonId } from '../people/person.ts';
import { everybody } from './people.ts';
import type { MeetingState } from './state.ts';
import type { AuditEntry } from './view.ts';

/** Whom a change of a meeting concerns, and how they are to learn of it; as a `Delivery` without its view. */
export interface Announcement {
  readonly recipientId: PersonId;
  readonly purpose: 'ask' | 'remind' | 'update' | 'tell';
  readonly message?: string;
}

/** What the organizer is told in words, because nobody asked for it. */
const toldToOrganizer: readonly AuditEntry['action'][] = [
  'conflict',
  'expired',
  'unschedulable',
  'declinedInCalendar',
  'movedInCalendar',
  'deletedInCalendar',
  'askedOrganizer',
  'undelivered',
];

function organizersNotice(state: MeetingState, news: readonly AuditEntry[]): Announcement {
  const recipientId = state.request.organizer.id;
  const sentences = news
    .filter(
      ({ action, personId }) =>
        toldToOrganizer.includes(action) || (action === 'confirmed' && personId === undefined),
    )
    .map(({ message }) => message);
  return sentences.length === 0
    ? { recipientId, purpose: 'update' }
    : { recipientId, purpose: 'tell', message: sentences.join(' ') };
}

/**
 * Who has to learn what happened after a version: the organizer in words where it matters, those who are reminded,
 * those whom only mail reaches when a question is withdrawn, and everybody's card.
 */
export function announcementsSince(state: MeetingState, version: number): readonly Announcement[] {
  const { phase, request, reachedBy } = state;
  const news = state.history.filter((entry) => entry.version > version);
  const isReminded = news.some(({ action }) => action === 'reminded');
  const isWithdrawn = phase.kind === 'over' && phase.status !== 'confirmed' && phase.toUndo === undefined;
  const missing =
    phase.kind === 'collecting' || phase.kind === 'choosing'
      ? request.attendees.map(({ person }) => person.id).filter((id) => phase.round.ballots[id] === undefined)
      : [];
  return everybody(request).map((person): Announcement => {
    const recipientId = person.id;
    if (recipientId === request.organizer.id) return organizersNotice(state, news);
    if (isReminded && missing.includes(recipientId)) return { recipientId, purpose: 'remind' };
    if (isWithdrawn && reachedBy[recipientId] === 'mail') {
      return { recipientId, purpose: 'tell', message: phase.outcome };
    }
    return { recipientId, purpose: 'update' };
  });
}

/** The questions of a round that has just been opened. */
export function announcementsOfRound(state: MeetingState, since: number): readonly Announcement[] {
  const { phase } = state;
  if (phase.kind !== 'collecting') return announcementsSince(state, since);
  return announcementsSince(state, since).map((notice) =>
    phase.round.asked.includes(notice.recipientId)
      ? { recipientId: notice.recipientId, purpose: 'ask' }
      : notice,
  );
}
