import type { MeetingStatus } from '../../workflows/domain/meeting/view.ts';
import type { Instant } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { momentText } from '../words/times.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, sentence } from './elements.ts';

/** A line of a list of meetings. */
export interface ListedMeeting {
  readonly meetingId: string;
  readonly title: string;
  readonly status: MeetingStatus;
  readonly start?: Instant;
  readonly waitingForMe: boolean;
}

/** `waiting for your answer · Tue 24 Nov, 14:00` */
export function statusText(meeting: ListedMeeting, reader: Reader): string {
  const { cards, facts } = reader.words;
  const status = meeting.waitingForMe ? cards.list.waitingForYou : facts.statuses[meeting.status];
  return meeting.start === undefined ? status : `${status} · ${momentText(meeting.start, reader)}`;
}

/** A meeting with the button that shows its card. */
export function meetingRow(meeting: ListedMeeting, reader: Reader): Element {
  return {
    type: 'ColumnSet',
    separator: true,
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [
          line([run(meeting.title, { weight: 'bolder' })]),
          line([run(statusText(meeting, reader), { isSubtle: true })], { spacing: 'none' }),
        ],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [
          {
            type: 'ActionSet',
            actions: [
              button(
                reader.words.cards.list.show,
                'show',
                { meetingId: meeting.meetingId },
                { associatedInputs: 'none' },
              ),
            ],
          },
        ],
      },
    ],
  };
}

/** Meetings, each with a button that shows its card. */
export function listCard(
  title: string,
  meetings: readonly ListedMeeting[],
  hasMore: boolean,
  reader: Reader,
): AdaptiveCard {
  return adaptiveCard({
    fallbackText: [
      title,
      ...meetings.map((meeting) => `${meeting.title}: ${statusText(meeting, reader)}`),
    ].join('\n'),
    body: [
      sentence(title, { size: 'medium', weight: 'bolder', style: 'heading' }),
      ...meetings.map((meeting) => meetingRow(meeting, reader)),
      ...(hasMore ? [sentence(reader.words.cards.list.more, { isSubtle: true })] : []),
    ],
  });
}
