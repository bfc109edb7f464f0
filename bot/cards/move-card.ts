import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { durationText, momentText, slotText, zoneText } from '../words/times.ts';
import { leaveAction } from './ask-first-card.ts';
import { button, onMeeting } from './buttons.ts';
import { candidateBlock } from './candidate-block.ts';
import type { AdaptiveCard } from './elements.ts';
import { adaptiveCard, heading, line, run, sentence } from './elements.ts';

/** The times that a meeting may move to, with who is free then; one click asks everybody about one of them. */
export function moveCard(
  view: MeetingView,
  candidates: readonly Candidate[],
  durationMinutes: number,
  present: Slot | undefined,
  reader: Reader,
): AdaptiveCard {
  const { acts, cards } = reader.words;
  const { move, edit } = acts;
  const people = new Map(
    [view.organizer, ...view.attendees.map(({ person }) => person)].map((person) => [person.id, person]),
  );
  const isLonger = durationMinutes !== view.durationMinutes;
  const ask = (slot: Candidate, index: number) =>
    button(
      move.ask(momentText(slot.start, reader)),
      'ask',
      { ...onMeeting(view), slots: slotKey(slot), ...(isLonger ? { durationMinutes } : {}) },
      index === 0 ? { style: 'positive', associatedInputs: 'none' } : { associatedInputs: 'none' },
    );
  const before =
    present === undefined ? [] : [line([run(move.now(slotText(present, reader)), { isSubtle: true })])];
  const length = edit.length(
    durationText(durationMinutes, reader),
    durationText(view.durationMinutes, reader),
  );
  const times = candidates.map((slot) => slotText(slot, reader)).join('; ');
  return adaptiveCard({
    fallbackText: `${view.title}: ${times}`,
    body: [
      heading(view.title),
      ...before,
      ...(isLonger ? [line([run(length)])] : []),
      sentence(cards.zone(zoneText(reader.timeZone, reader)), { isSubtle: true, size: 'small' }),
      ...candidates.map((slot, index) =>
        candidateBlock({ slot, number: index + 1, people, reader, action: ask(slot, index) }),
      ),
      sentence(view.booking === undefined ? move.effect.proposed : move.effect.confirmed, { isSubtle: true }),
    ],
    actions: [leaveAction(acts.keepAsIs)],
  });
}
