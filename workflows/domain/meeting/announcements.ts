import type { PersonId } from '../people/person.ts';
import type { AuditEntry } from './audit-entry.ts';
import { isOrganizing } from './role.ts';
import { missingAnswers } from './missing-answers.ts';
import { everybody } from './people.ts';
import type { MeetingState } from './state.ts';

/** Whom a change of a meeting concerns, and how they are to learn of it; as a `Delivery` without its view. */
export interface Announcement {
  readonly recipientId: PersonId;
  readonly purpose: 'ask' | 'remind' | 'update' | 'tell';
  /** With `tell`: what happened after this version is news. */
  readonly since?: number;
}

/** What the organizer is notified of in words, because it happened unasked. */
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

/** What the organizer is notified of since a version, oldest first. */
export function organizersNews(history: readonly AuditEntry[], since: number): readonly AuditEntry[] {
  return history.filter((entry) => {
    const { version, action, personId } = entry;
    return (
      version > since &&
      (toldToOrganizer.includes(action) ||
        (action === 'confirmed' && personId === undefined) ||
        (entry.action === 'notEdited' && !entry.isTold))
    );
  });
}

/**
 * Who has to learn what happened after a version: the organizer in words where it matters, those who are reminded,
 * those whom only mail reaches when a question is withdrawn, and everybody's card.
 */
export function announcementsSince(state: MeetingState, version: number): readonly Announcement[] {
  const { phase, request, reachedBy, history } = state;
  const news = history.filter((entry) => entry.version > version);
  const isWithdrawn =
    phase.kind === 'over' && phase.toUndo === undefined && news.some(({ action }) => action === phase.status);
  const reminded = news.flatMap((entry) => (entry.action === 'reminded' ? entry.people : []));
  const toRemind = missingAnswers(state).filter((id) => reminded.includes(id));
  return everybody(request).map((person): Announcement => {
    const recipientId = person.id;
    const hasNews = isOrganizing(request, recipientId)
      ? organizersNews(history, version).length > 0
      : isWithdrawn && reachedBy[recipientId] === 'mail';
    if (hasNews) return { recipientId, purpose: 'tell', since: version };
    return { recipientId, purpose: toRemind.includes(recipientId) ? 'remind' : 'update' };
  });
}

/** The questions of a round that has just been opened. */
export function announcementsOfRound(state: MeetingState, since: number): readonly Announcement[] {
  const { phase } = state;
  if (phase.kind !== 'collecting') return announcementsSince(state, since);
  return announcementsSince(state, since).map((announcement) =>
    phase.round.asked.includes(announcement.recipientId)
      ? { recipientId: announcement.recipientId, purpose: 'ask' }
      : announcement,
  );
}
