import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { cardActivity } from '../messenger/card-activity.ts';
import { groupMeetingCard } from '../cards/group-meeting-card.ts';
import { problemText } from '../words/problem-text.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import type { CardAnswer } from './card-answer.ts';
import { answerCard, answerMessage } from './card-answer.ts';
import { chatReader } from './chat-reader.ts';
import type { Conversation } from './conversations.ts';
import type { Sender } from './sender.ts';
import { ownCard, viewersOf } from './show-meeting.ts';

/**
 * Makes a meeting of a conversation, which ends it; however often it is asked for, it is one meeting. Undefined while
 * something is open, or without a time.
 */
export async function makeMeeting(
  services: BotServices,
  sender: Sender,
  conversation: Conversation,
  slots: readonly Candidate[],
): Promise<Result<MeetingView> | undefined> {
  const { request } = conversation;
  if (request === undefined || slots.length === 0) return undefined;
  const proposed = await services.meetings.propose(sender.caller, {
    request: { ...request, slotCount: slots.length },
    slots,
    inputHash: conversation.inputHash,
    idempotencyKey: `teams:${conversation.draftId}`,
  });
  if (proposed.ok) {
    await Promise.all([
      services.conversations.keep({ ...conversation, meetingId: proposed.value.meetingId }),
      services.conversations.settle(conversation),
    ]);
  }
  return proposed;
}

/** Proposes these times where the card of a conversation was clicked. */
export async function proposeRequest(
  services: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  conversation: Conversation,
  slots: readonly Candidate[],
): Promise<CardAnswer> {
  const { words } = chatReader(sender, undefined, { locale: conversation.locale });
  const proposed = await makeMeeting(services, sender, conversation, slots);
  if (proposed === undefined) return answerMessage(words.chat.noTimeYet);
  if (!proposed.ok) return answerMessage(problemText(proposed.problem, words));
  const view = proposed.value;
  const activityId = activity.replyToId ?? conversation.activityId;
  if (activityId !== undefined) {
    services.background.run('adopt the card', () => adoptCard(services, sender, view, activityId));
  }
  return answerCard(ownCard(view, sender));
}

/** The card that was clicked becomes the meeting's, so that it follows what happens from here on. */
async function adoptCard(
  services: BotServices,
  sender: Sender,
  view: MeetingView,
  activityId: string,
): Promise<void> {
  const { connector, records, meetings, messenger } = services;
  const { meetingId } = view;
  if (sender.isPersonal) {
    await records.keep(meetingId, sender.personId, { ...sender.place, activityId, version: 0 });
    await records.noteShown(sender.place.conversationId, sender.personId, meetingId);
  } else {
    const viewerIds = await viewersOf(services, view, sender);
    const record = { ...sender.place, activityId, version: view.version, viewerIds };
    await connector.update(record, activityId, cardActivity(groupMeetingCard(view, viewerIds)));
    await records.keepGroupCard(meetingId, record);
  }
  // What happened between the proposal and the note of its card.
  const current = await meetings.get(sender.caller, { meetingId });
  if (!current.ok) return;
  await messenger.deliver({
    recipientId: sender.personId,
    view: current.value,
    purpose: sender.isPersonal ? 'update' : 'follow',
  });
}
