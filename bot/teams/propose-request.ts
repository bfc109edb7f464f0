import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { cardActivity } from '../messenger/card-activity.ts';
import { groupMeetingCard } from '../cards/group-meeting-card.ts';
import { problemText } from '../words/problem-text.ts';
import { wordsOf } from '../words/words-of.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import type { CardAnswer } from './card-answer.ts';
import { answerCard, answerMessage } from './card-answer.ts';
import { chatReader } from './chat-reader.ts';
import type { Conversation } from './conversations.ts';
import type { Sender } from './sender.ts';
import { ownCard, viewersOf } from './show-meeting.ts';

/** Makes a meeting of a draft; however often it is clicked, it is one meeting. */
export async function proposeRequest(
  parts: BotServices,
  sender: Sender,
  activity: IncomingActivity,
  draft: Conversation,
  slots: readonly Candidate[],
): Promise<CardAnswer> {
  const { request } = draft;
  const { words } = chatReader(sender, undefined, { locale: draft.locale });
  if (request === undefined || slots.length === 0) return answerMessage(words.chat.noTimeYet);
  const proposed = await parts.meetings.propose(sender.caller, {
    request: { ...request, slotCount: slots.length },
    slots,
    inputHash: draft.inputHash,
    idempotencyKey: `teams:${draft.draftId}`,
  });
  if (!proposed.ok) return answerMessage(problemText(proposed.problem, words));
  const view = proposed.value;
  await Promise.all([
    parts.conversations.keep({ ...draft, meetingId: view.meetingId }),
    parts.conversations.settle(draft),
  ]);
  const activityId = activity.replyToId ?? draft.activityId;
  if (activityId !== undefined) {
    parts.background.run('adopt the card', () => adoptCard(parts, sender, view, activityId));
  }
  return answerCard(ownCard(view, sender));
}

/** The card that was clicked becomes the meeting's, so that it follows what happens from here on. */
async function adoptCard(
  parts: BotServices,
  sender: Sender,
  view: MeetingView,
  activityId: string,
): Promise<void> {
  const { connector, records, meetings, messenger } = parts;
  const { meetingId } = view;
  if (sender.isPersonal) {
    await records.keep(meetingId, sender.personId, { ...sender.place, activityId, version: 0 });
  } else {
    const viewerIds = await viewersOf(parts, view, sender);
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
    purpose: sender.isPersonal ? 'update' : 'tell',
    ...(sender.isPersonal
      ? {}
      : { message: wordsOf(sender.locale ?? view.organizer.locale).chat.askedInGroup }),
  });
}
