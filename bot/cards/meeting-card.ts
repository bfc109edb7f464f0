import { isOrganizing } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { momentText } from '../words/times.ts';
import { answeredText, approvalLines, tallyLine } from './approvals.ts';
import { approvalCard } from './approval-card.ts';
import { organizerCard } from './organizer-card.ts';
import type { AdaptiveCard } from './elements.ts';
import { adaptiveCard, heading, line, run, sentence } from './elements.ts';
import { deadlineLine, factsLine, slotLine } from './meeting-lines.ts';
import { confirmedCard, endedCard, searchingCard } from './outcome-card.ts';
import type { CardReader } from './reader.ts';

/** The card of a meeting for one reader, whatever its state; pure, so that every process makes the same one. */
export function meetingCard(view: MeetingView, reader: CardReader): AdaptiveCard {
  const card = cardOf(view, reader);
  if (view.isStale === undefined) return card;
  return withMessage(card, reader.words.cards.lastKnown(momentText(view.updatedAt, reader)));
}

function cardOf(view: MeetingView, reader: CardReader): AdaptiveCard {
  const isOrganizer = isOrganizing(view, reader.personId);
  switch (view.status) {
    case 'searching':
      return isOrganizer && view.choice !== undefined
        ? organizerCard(view, reader)
        : searchingCard(view, reader);
    case 'proposed': {
      const me = view.attendees.find(({ person }) => person.id === reader.personId);
      // Who arranged it for somebody and attends it is asked like the others first.
      if (isOrganizer && me?.approval !== 'pending') return organizerCard(view, reader);
      return me === undefined || view.proposal === undefined
        ? onlookerCard(view, reader)
        : approvalCard(view, view.proposal, me, reader);
    }
    case 'confirmed':
      return view.booking === undefined
        ? searchingCard(view, reader)
        : confirmedCard(view, view.booking, reader);
    case 'unschedulable':
      return isOrganizer && view.choice !== undefined
        ? organizerCard(view, reader)
        : endedCard(view, view.status, reader);
    case 'cancelled':
    case 'expired':
      return endedCard(view, view.status, reader);
  }
}

/** An open meeting for somebody who has no part in it: to be read only. */
function onlookerCard(view: MeetingView, reader: CardReader): AdaptiveCard {
  const slots = view.proposal?.slots ?? [];
  const [only] = slots;
  return adaptiveCard({
    fallbackText: `${view.title}: ${answeredText(view, reader)}.`,
    body: [
      heading(view.title),
      factsLine(view, reader),
      ...(slots.length === 1 && only !== undefined
        ? [slotLine(only, reader)]
        : slots.map((slot) => tallyLine(view, slot, reader))),
      ...deadlineLine(view, reader),
      sentence(answeredText(view, reader), { weight: 'bolder', separator: true }),
      ...approvalLines(view, reader),
    ],
  });
}

/** The same card under a sentence that says why it comes. */
export function withMessage(card: AdaptiveCard, message: string): AdaptiveCard {
  return {
    ...card,
    fallbackText: `${message} ${card.fallbackText}`,
    body: [
      { type: 'Container', style: 'emphasis', items: [line([run(message, { weight: 'bolder' })])] },
      ...card.body,
    ],
  };
}
