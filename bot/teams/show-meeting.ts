import { everybody } from '../../workflows/domain/meeting/people.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { groupMeetingCard, withRefresh } from '../cards/group-meeting-card.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { meetingCard, withMessage } from '../cards/meeting-card.ts';
import { supersededCard } from '../cards/outcome-card.ts';
import { readerOf } from '../cards/reader.ts';
import { cardActivity } from '../messenger/card-activity.ts';
import type { BotServices } from './bot-services.ts';
import { chatRoster } from './chat-people.ts';
import { sayCard } from './replies.ts';
import type { Sender } from './sender.ts';

/** The sender's own card of a meeting; in a chat of several people it stays theirs when it is shown again. */
export function ownCard(view: MeetingView, sender: Sender): AdaptiveCard {
  const reader = readerOf(view, sender.personId, sender.locale);
  const card = meetingCard(view, reader);
  return sender.isPersonal ? card : withRefresh(card, view.meetingId, [sender.userId], reader);
}

/** Teams' ids of the meeting's people in this chat, whose clients ask for views of their own. */
export async function viewersOf(services: BotServices, view: MeetingView, sender: Sender): Promise<string[]> {
  const people = new Set<PersonId>(everybody(view).map(({ id }) => id));
  const roster = await chatRoster(services, sender.place);
  return roster
    .filter(
      ({ directoryId }) => directoryId !== undefined && people.has(directoryId.toLowerCase() as PersonId),
    )
    .map(({ userId }) => userId);
}

/**
 * A card that was clicked has become the meeting's: from then on it is the one that is kept up to date, and the one
 * before says that there is a newer one.
 */
export async function adoptClicked(
  { connector, records }: BotServices,
  sender: Sender,
  view: MeetingView,
  activityId: string | null | undefined,
): Promise<void> {
  if (!sender.isPersonal || activityId === undefined || activityId === null) return;
  const { meetingId, version } = view;
  await records.alone(`${meetingId}:${sender.personId}`, async () => {
    const before = await records.find(meetingId, sender.personId);
    if (before?.activityId === activityId) return;
    await records.keep(meetingId, sender.personId, { ...sender.place, activityId, version });
    await records.noteShown(sender.place.conversationId, sender.personId, meetingId);
    if (before === undefined) return;
    const superseded = supersededCard(view, readerOf(view, sender.personId, sender.locale));
    await connector.update(before, before.activityId, cardActivity(superseded));
  });
}

/**
 * Shows a meeting at the end of the chat, under a sentence that says why; from then on this is the card that is kept up
 * to date.
 */
export async function showMeeting(
  services: BotServices,
  sender: Sender,
  view: MeetingView,
  message?: string,
): Promise<void> {
  const under = (card: AdaptiveCard) => (message === undefined ? card : withMessage(card, message));
  const { connector, records } = services;
  const { meetingId } = view;
  if (!sender.isPersonal) {
    const viewerIds = await viewersOf(services, view, sender);
    const activityId = await sayCard(connector, sender.place, under(groupMeetingCard(view, viewerIds)));
    if (activityId === undefined) return;
    await records.keepGroupCard(meetingId, { ...sender.place, activityId, version: view.version, viewerIds });
    return;
  }
  await records.alone(`${meetingId}:${sender.personId}`, async () => {
    const before = await records.find(meetingId, sender.personId);
    const activityId = await sayCard(connector, sender.place, under(ownCard(view, sender)));
    if (activityId === undefined) return;
    await records.keep(meetingId, sender.personId, { ...sender.place, activityId, version: view.version });
    await records.noteShown(sender.place.conversationId, sender.personId, meetingId);
    if (before !== undefined) {
      const superseded = supersededCard(view, readerOf(view, sender.personId, sender.locale));
      await connector.update(before, before.activityId, cardActivity(superseded));
    }
  });
}
