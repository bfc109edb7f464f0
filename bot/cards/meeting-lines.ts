import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { Element } from './elements.ts';
import { line, run, words } from './elements.ts';
import type { Reader } from './reader.ts';
import { durationText, momentText, slotText, zoneName } from './zoned-time.ts';

/** The one time that a card is about, large, with the zone in which it is written. */
export function slotLine(slot: Slot, reader: Reader): Element {
  return line([
    run(slotText(slot, reader), { weight: 'bolder', size: 'medium' }),
    run(`  ${zoneName(reader.timeZone)}`, { isSubtle: true }),
  ]);
}

/** `45 minutes · online · with Bob, Carol and 3 more` */
export function factsLine(view: MeetingView): Element {
  const names = view.attendees.map(({ person }) => person.displayName);
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const facts = [
    durationText(view.durationMinutes),
    ...(view.isOnlineMeeting ? ['online'] : []),
    `${view.organizer.displayName} with ${listText(shown)}`,
  ];
  return line([run(facts.join(' · '), { isSubtle: true })], { spacing: 'small' });
}

/** `Ana, Bob and Carol` */
export function listText(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

export function agendaLines(view: MeetingView): readonly Element[] {
  return view.agenda === undefined || view.agenda === '' ? [] : [line([run(view.agenda)])];
}

export function deadlineLine(view: MeetingView, reader: Reader): readonly Element[] {
  return view.proposal === undefined
    ? []
    : [
        words(`Please answer by ${momentText(view.proposal.deadline, reader)}.`, {
          isSubtle: true,
          spacing: 'small',
        }),
      ];
}

/** Things that happened to the meeting in somebody's calendar, newest last, for the organizer. */
export function warningLines(view: MeetingView, reader: Reader): readonly Element[] {
  if (view.organizer.id !== reader.personId || view.warnings.length === 0) return [];
  return [
    {
      type: 'Container',
      style: 'warning',
      items: view.warnings.slice(-5).map(({ message }) => line([run(message)])),
    },
  ];
}
