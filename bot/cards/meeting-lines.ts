import { isOrganizing } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { askerText } from '../words/names.ts';
import type { Reader } from '../words/reader.ts';
import { durationText, momentText, slotText, zoneText } from '../words/times.ts';
import { warningText } from '../words/warning-text.ts';
import type { Element } from './elements.ts';
import { line, run, sentence } from './elements.ts';
import type { CardReader } from './reader.ts';

/** The one time that a card is about, large, with the zone in which it is written. */
export function slotLine(slot: Slot, reader: Reader): Element {
  return line([
    run(slotText(slot, reader), { weight: 'bolder', size: 'medium' }),
    run(`  ${zoneText(reader.timeZone, reader)}`, { isSubtle: true }),
  ]);
}

function whoseText(view: MeetingView, names: string, reader: Reader): string {
  const { cards } = reader.words;
  return view.organizerAttends === false
    ? cards.organizerWithout(view.organizer.displayName, names)
    : cards.organizerWith(askerText(view, reader.words), names);
}

/** `45 minutes · online · the lobby · with Bob, Carol and 3 more` */
export function factsLine(view: MeetingView, reader: Reader): Element {
  const { cards, times } = reader.words;
  const names = view.attendees.map(({ person }) => person.displayName);
  const shown = names.length > 4 ? [...names.slice(0, 3), cards.more(names.length - 3)] : names;
  const facts = [
    durationText(view.durationMinutes, reader),
    ...(view.isOnlineMeeting ? [cards.online] : []),
    ...(view.place === undefined ? [] : [view.place]),
    whoseText(view, times.list(shown), reader),
  ];
  return line([run(facts.join(' · '), { isSubtle: true })], { spacing: 'small' });
}

export function agendaLines(view: MeetingView): readonly Element[] {
  return view.agenda === undefined || view.agenda === '' ? [] : [line([run(view.agenda)])];
}

export function deadlineLine(view: MeetingView, reader: Reader): readonly Element[] {
  return view.proposal === undefined
    ? []
    : [
        sentence(reader.words.cards.answerBy(momentText(view.proposal.deadline, reader)), {
          isSubtle: true,
          spacing: 'small',
        }),
      ];
}

/** Things that happened to the meeting in somebody's calendar, newest last, for the organizer. */
export function warningLines(view: MeetingView, reader: CardReader): readonly Element[] {
  if (!isOrganizing(view, reader.personId) || view.warnings.length === 0) return [];
  return [
    {
      type: 'Container',
      style: 'warning',
      items: view.warnings.slice(-5).map((warning) => line([run(warningText(warning, view, reader))])),
    },
  ];
}
