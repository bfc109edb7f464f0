import type { MessagingExtensionResult } from 'botbuilder';

import type { MeetingListItem } from '../../workers/client/meetings.ts';
import { groupMeetingCard } from '../cards/group-meeting-card.ts';
import { statusText } from '../cards/list-card.ts';
import { problemText } from '../words/problem-text.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import { chatReader } from './chat-reader.ts';
import { senderOf } from './sender.ts';

const maxResults = 10;

function result(attachments: NonNullable<MessagingExtensionResult['attachments']>): MessagingExtensionResult {
  return { type: 'result', attachmentLayout: 'list', attachments };
}

/** Search in the compose box: the sender's meetings by title, each to be shared as a card that can only be read. */
export async function searchMeetings(
  services: BotServices,
  activity: IncomingActivity,
  text: string,
): Promise<MessagingExtensionResult> {
  const sender = senderOf(activity);
  if (sender === undefined) return result([]);
  const reader = chatReader(sender, await services.directory.person(sender.personId));
  const listed = await services.meetings.list(sender.caller, { which: 'all', pageSize: 50 });
  if (!listed.ok) return { type: 'message', text: problemText(listed.problem, reader.words) };
  const wanted = text.trim().toLowerCase();
  const found = listed.value.meetings
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, maxResults);
  const attachments = await Promise.all(
    found.map(async (meeting: MeetingListItem) => {
      const got = await services.meetings.get(sender.caller, { meetingId: meeting.meetingId });
      return got.ok
        ? [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: groupMeetingCard(got.value, []),
              preview: {
                contentType: 'application/vnd.microsoft.card.thumbnail',
                content: { title: meeting.title, text: statusText(meeting, reader) },
              },
            },
          ]
        : [];
    }),
  );
  return result(attachments.flat());
}
