import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Reader } from '../words/reader.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard } from './elements.ts';
import { meetingCard } from './meeting-card.ts';
import { readerOf } from './reader.ts';

/** Teams asks at most this many people's clients for a view of their own (Teams: "User specific views"). */
const maxViewers = 60;

/** Nobody's id: the view for people without a view of their own. */
const nobody = personId('nobody');

/**
 * The card of a meeting in a chat of several people: read-only as it is and written as the
 * organizer reads, and each viewer's own when refreshed.
 */
export function groupMeetingCard(view: MeetingView, viewerIds: readonly string[]): AdaptiveCard {
  const reader = readerOf(view, nobody);
  const card = meetingCard(view, reader);
  if (viewerIds.length === 0) return card;
  return withRefresh(card, view.meetingId, viewerIds, reader);
}

/** Lets the clients of those named ask again when they show the card, for as long as it is theirs. */
export function withRefresh(
  card: AdaptiveCard,
  meetingId: string,
  viewerIds: readonly string[],
  { words }: Reader,
): AdaptiveCard {
  return {
    ...card,
    refresh: {
      action: button(words.cards.refresh, 'refresh', { meetingId }),
      userIds: viewerIds.slice(0, maxViewers),
    },
  };
}
