import { isOrganizing } from '../../workflows/domain/meeting/role.ts';
import type { BookedEvent, MeetingView } from '../../workflows/domain/meeting/view.ts';
import { outcomeText } from '../words/decision-text.ts';
import type { Reader } from '../words/reader.ts';
import { slotText } from '../words/times.ts';
import { approvalLines } from './approvals.ts';
import { askAction, cancelAction, choiceLines, moveAction } from './organizer-card.ts';
import type { Action, AdaptiveCard, Element, TextColor } from './elements.ts';
import { adaptiveCard, heading, line, run, sentence } from './elements.ts';
import { agendaLines, factsLine, slotLine, warningLines } from './meeting-lines.ts';
import type { CardReader } from './reader.ts';

/** Links come from the calendar; anything but https (or this machine's own http) is left out. */
function openUrl(title: string, url: string | undefined): readonly Action[] {
  if (url === undefined || !/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url)) return [];
  return [{ type: 'Action.OpenUrl', title, url }];
}

function status(text: string, color: TextColor): Element {
  return line([run(text, { weight: 'bolder', color })], { spacing: 'small' });
}

/** The meeting is booked: when, who, how to join; for the organizer what can still be done. */
export function confirmedCard(view: MeetingView, booking: BookedEvent, reader: CardReader): AdaptiveCard {
  const { organizer, outcome } = reader.words.cards;
  const isOrganizer = isOrganizing(view, reader.personId);
  return adaptiveCard({
    fallbackText: outcome.confirmedAs(view.title, slotText(booking.slot, reader)),
    body: [
      heading(view.title),
      status(outcome.confirmed, 'good'),
      slotLine(booking.slot, reader),
      factsLine(view, reader),
      ...agendaLines(view),
      ...(isOrganizer
        ? [...choiceLines(view, reader), ...approvalLines(view, reader), ...warningLines(view, reader)]
        : []),
    ],
    actions: [
      ...openUrl(outcome.join, booking.joinUrl),
      ...openUrl(outcome.openInCalendar, booking.webLink),
      ...(isOrganizer
        ? [
            ...offeredTimes(view, reader),
            moveAction(view, reader, organizer.move),
            cancelAction(view, reader),
          ]
        : []),
    ],
  });
}

function offeredTimes(view: MeetingView, reader: Reader): readonly Action[] {
  const candidates = view.choice?.candidates ?? [];
  return candidates.length === 0 ? [] : [askAction(view, candidates, reader)];
}

const endingColors = { cancelled: 'attention', expired: 'warning', unschedulable: 'warning' } as const;

/** The meeting will not take place; nothing can be clicked any more. */
export function endedCard(
  view: MeetingView,
  ended: 'cancelled' | 'expired' | 'unschedulable',
  reader: Reader,
): AdaptiveCard {
  const ending = reader.words.cards.outcome[ended];
  const why = view.outcome === undefined ? ending.sentence : outcomeText(view.outcome, view, reader);
  return adaptiveCard({
    fallbackText: `${view.title}: ${why}`,
    body: [
      heading(view.title),
      status(ending.status, endingColors[ended]),
      line([run(why)]),
      factsLine(view, reader),
    ],
  });
}

/** Assent is still looking for times. */
export function searchingCard(view: MeetingView, reader: Reader): AdaptiveCard {
  const { searching } = reader.words.cards.outcome;
  return adaptiveCard({
    fallbackText: `${view.title}: ${searching}`,
    body: [heading(view.title), sentence(searching), factsLine(view, reader)],
  });
}

/** Takes the place of a card whose meeting has a newer card further down. */
export function supersededCard(view: MeetingView, { words }: Reader): AdaptiveCard {
  const { newerBelow } = words.cards;
  return adaptiveCard({
    fallbackText: `${view.title}: ${newerBelow}`,
    body: [
      line([run(view.title, { weight: 'bolder' })]),
      sentence(newerBelow, { isSubtle: true, spacing: 'small' }),
    ],
  });
}
