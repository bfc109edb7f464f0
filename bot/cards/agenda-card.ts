import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { dayText, hoursText, localDate, slotText } from '../words/times.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, sentence } from './elements.ts';
import type { ListedMeeting } from './list-card.ts';
import { meetingRow } from './list-card.ts';

/** An event of the reader's own calendar. */
export interface AgendaLine {
  readonly subject: string;
  readonly slot: Slot;
  readonly isAllDay: boolean;
  readonly place?: string;
}

const mostShown = 25;

function whenText({ slot, isAllDay }: AgendaLine, reader: Reader): string {
  if (isAllDay) return reader.words.questions.agenda.allDay;
  const isOneDay = localDate(slot.start, reader.timeZone) === localDate(slot.end, reader.timeZone);
  return isOneDay ? hoursText(slot, reader) : slotText(slot, reader);
}

function subjectOf({ subject }: AgendaLine, { words }: Reader): string {
  return subject === '' ? words.questions.agenda.untitled : subject;
}

function eventLine(event: AgendaLine, reader: Reader): Element {
  const place = event.place === undefined ? [] : [run(` · ${event.place}`, { isSubtle: true })];
  return line(
    [
      run(`${whenText(event, reader)}  `, { isSubtle: true }),
      run(subjectOf(event, reader), { weight: 'bolder' }),
      ...place,
    ],
    { spacing: 'small' },
  );
}

/** What somebody has in their calendar, by days, and the meetings that are still being agreed on. */
export function agendaCard(
  title: string,
  events: readonly AgendaLine[],
  open: readonly ListedMeeting[],
  reader: Reader,
): AdaptiveCard {
  const { words } = reader;
  const byDay = Map.groupBy(events.slice(0, mostShown), ({ slot }) => localDate(slot.start, reader.timeZone));
  const days = [...byDay.values()].flatMap((ofDay): Element[] => {
    const [first] = ofDay;
    const head = first === undefined ? '' : dayText(first.slot.start, reader);
    return [
      line([run(head, { weight: 'bolder', isSubtle: true })], { separator: true }),
      ...ofDay.map((event) => eventLine(event, reader)),
    ];
  });
  const more = events.length - mostShown;
  const agreed =
    open.length === 0
      ? []
      : [
          sentence(words.questions.agenda.beingAgreed, { weight: 'bolder', separator: true }),
          ...open.map((meeting) => meetingRow(meeting, reader)),
        ];
  return adaptiveCard({
    fallbackText: [
      title,
      ...events
        .slice(0, mostShown)
        .map((event) => `${slotText(event.slot, reader)}: ${subjectOf(event, reader)}`),
    ].join('\n'),
    body: [
      sentence(title, { size: 'medium', weight: 'bolder', style: 'heading' }),
      ...days,
      ...(more > 0 ? [sentence(words.cards.andMore(more), { isSubtle: true })] : []),
      ...agreed,
    ],
  });
}
