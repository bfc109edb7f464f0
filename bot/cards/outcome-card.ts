import type { BookedEvent, MeetingView } from '../../workflows/domain/meeting/view.ts';
import { approvalLines } from './approvals.ts';
import { button, onMeeting, slotForm } from './buttons.ts';
import { cancelAction, choiceLines, moveAction } from './organizer-card.ts';
import type { Action, AdaptiveCard, Element, TextColor } from './elements.ts';
import { adaptiveCard, heading, line, run, words } from './elements.ts';
import { agendaLines, factsLine, slotLine, warningLines } from './meeting-lines.ts';
import type { Reader } from './reader.ts';
import { slotText } from './zoned-time.ts';

/** Links come from the calendar; anything but https (or this machine's own http) is left out. */
function openUrl(title: string, url: string | undefined): readonly Action[] {
  if (url === undefined || !/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url)) return [];
  return [{ type: 'Action.OpenUrl', title, url }];
}

function status(text: string, color: TextColor): Element {
  return line([run(text, { weight: 'bolder', color })], { spacing: 'small' });
}

/** The meeting stands: when, who, how to join; for the organizer what can still be done. */
export function confirmedCard(view: MeetingView, booking: BookedEvent, reader: Reader): AdaptiveCard {
  const isOrganizer = view.organizer.id === reader.personId;
  return adaptiveCard({
    fallbackText: `Confirmed: ${view.title}, ${slotText(booking.slot, reader)}.`,
    body: [
      heading(view.title),
      status('✓ Confirmed', 'good'),
      slotLine(booking.slot, reader),
      factsLine(view),
      ...agendaLines(view),
      ...(isOrganizer
        ? [...choiceLines(view), ...approvalLines(view, reader), ...warningLines(view, reader)]
        : []),
    ],
    actions: [
      ...openUrl('Join', booking.joinUrl),
      ...openUrl('Open in calendar', booking.webLink),
      ...(isOrganizer
        ? [...offeredTimes(view, reader), moveAction(view, reader, 'Move'), cancelAction(view)]
        : []),
    ],
  });
}

function offeredTimes(view: MeetingView, reader: Reader): readonly Action[] {
  const candidates = view.choice?.candidates ?? [];
  return candidates.length === 0
    ? []
    : [
        slotForm({
          title: 'Choose a time',
          label: 'Put one or more of these to everybody',
          inputId: 'slots',
          slots: candidates,
          reader,
          several: true,
          send: button('Ask everybody', 'choose', onMeeting(view), { style: 'positive' }),
        }),
      ];
}

const endings = {
  cancelled: { text: '✗ Cancelled', sentence: 'This meeting was cancelled.', color: 'attention' },
  expired: { text: '✗ Expired', sentence: 'Not enough answers came in time.', color: 'warning' },
  unschedulable: { text: '✗ No time found', sentence: 'No time suits everybody.', color: 'warning' },
} as const;

/** The meeting will not take place; nothing can be clicked any more. */
export function endedCard(view: MeetingView, ended: 'cancelled' | 'expired' | 'unschedulable'): AdaptiveCard {
  const ending = endings[ended];
  const sentence = view.outcome ?? ending.sentence;
  return adaptiveCard({
    fallbackText: `${view.title}: ${sentence}`,
    body: [heading(view.title), status(ending.text, ending.color), line([run(sentence)]), factsLine(view)],
  });
}

/** Assent is still looking for times. */
export function searchingCard(view: MeetingView): AdaptiveCard {
  return adaptiveCard({
    fallbackText: `${view.title}: looking for a time.`,
    body: [heading(view.title), words('Looking for times that suit everybody …'), factsLine(view)],
  });
}

/** Takes the place of a card whose meeting has a newer card further down. */
export function supersededCard(view: MeetingView): AdaptiveCard {
  return adaptiveCard({
    fallbackText: `${view.title}: there is a newer card below.`,
    body: [
      line([run(view.title, { weight: 'bolder' })]),
      words('There is a newer card for this meeting below.', { isSubtle: true, spacing: 'small' }),
    ],
  });
}
