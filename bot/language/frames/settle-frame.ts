import type { Heard } from '../hear.ts';
import { optionIn } from '../lexicon/positions.ts';
import type { MeetingAct } from '../meaning/act.ts';
import type { To, Which } from '../meaning/frame.ts';
import type { WhenItem, WhenSense } from '../meaning/sense.ts';
import type { RequestContext } from '../meaning/sense.ts';
import type { Part } from '../parts/part.ts';
import { settleForMeeting } from '../times/meeting-hours.ts';

interface Sides {
  readonly which: Which;
  readonly to: To;
}

const ofCalendars: ReadonlySet<MeetingAct> = new Set(['list', 'free', 'room']);

/** What an act means where nothing else is said: hours of a calendar are today's, a room is any room. */
export function settleFrame(
  { which: said, to }: Sides,
  { text, tokens, context }: Heard,
  parts: readonly Part[],
  act: MeetingAct,
): Sides {
  let which = said;
  if (act === 'choose' && to.option === undefined && to.when.length === 0) {
    const left = tokens.filter((_, at) => !parts.some(({ from, to: end }) => from <= at && at < end));
    return { which, to: { ...to, option: optionIn(left.map(({ text }) => text)) } };
  }
  if (act === 'list' && waiting.test(text)) which = { ...which, waitingForMe: true };
  if (!ofCalendars.has(act)) return { which, to };
  const hasDays = which.when.some(({ items }) => items.some(saysDay));
  const when = hasDays ? which.when : which.when.map((one) => onNextDay(one, context));
  return {
    to,
    which: { ...which, when, room: act === 'room' ? (which.room ?? { kind: 'any' }) : which.room },
  };
}

/** What is listed because the speaker has not answered it. */
const waiting =
  /\b(?:pending|outstanding|unanswered|still open|(?:waiting|open|left) (?:for|on) me|(?:do|must|should|need|have) (?:i |to )?(?:still )?(?:answer|approve|reply|respond|decide)|needs? my|my (?:answer|approval|reply)|offen|ausstehend|antworten|en attente|répondre|pendientes?|responder|contestar)\b/iu;

const saysDay = ({ days, weekdays, across }: WhenItem): boolean => (days ?? weekdays ?? across) !== undefined;

/** Hours without a day: of today, or of tomorrow where they are over. */
function onNextDay(when: WhenSense, { day, seconds }: RequestContext): WhenSense {
  return {
    ...when,
    items: when.items.map((item) => {
      if (item.now === true) return item;
      const isOver = settleForMeeting(item, 0).end * 60 <= seconds;
      const start = isOver ? day + 1 : day;
      return { ...item, days: [{ start, end: start + 1 }] };
    }),
  };
}
