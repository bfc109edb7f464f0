import type { MeetingStatus } from '../../workflows/domain/meeting/view.ts';
import type { Instant } from '../../workflows/domain/time/slot.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, words } from './elements.ts';
import type { ZonedReader } from './zoned-time.ts';
import { momentText } from './zoned-time.ts';

/** A line of a list of meetings. */
export interface ListedMeeting {
  readonly meetingId: string;
  readonly title: string;
  readonly status: MeetingStatus;
  readonly start?: Instant;
  readonly waitingForMe: boolean;
}

const statusWords: Readonly<Record<MeetingStatus, string>> = {
  searching: 'looking for times',
  proposed: 'waiting for answers',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
  expired: 'expired',
  unschedulable: 'no time found',
};

/** `waiting for your answer · Tue 24 Nov, 14:00` */
export function statusText(meeting: ListedMeeting, reader: ZonedReader): string {
  const status = meeting.waitingForMe ? 'waiting for you' : statusWords[meeting.status];
  return meeting.start === undefined ? status : `${status} · ${momentText(meeting.start, reader)}`;
}

function row(meeting: ListedMeeting, reader: ZonedReader): Element {
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
            actions: [button('Show', 'show', { meetingId: meeting.meetingId }, { associatedInputs: 'none' })],
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
  reader: ZonedReader,
): AdaptiveCard {
  return adaptiveCard({
    fallbackText: [
      title,
      ...meetings.map((meeting) => `${meeting.title}: ${statusText(meeting, reader)}`),
    ].join('\n'),
    body: [
      words(title, { size: 'medium', weight: 'bolder', style: 'heading' }),
      ...meetings.map((meeting) => row(meeting, reader)),
      ...(hasMore ? [words('There are more; ask for one by its title.', { isSubtle: true })] : []),
    ],
  });
}
