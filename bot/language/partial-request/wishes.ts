import type { Person } from '../../../workflows/domain/people/person.ts';
import type { Wish } from '../../../workflows/domain/slots/wish.ts';
import { dateOf } from '../../../workflows/domain/time/calendar-day.ts';
import { daysOfWeek } from '../../../workflows/domain/time/local.ts';
import type { DayOfWeek, LocalDate } from '../../../workflows/domain/time/local.ts';
import { localTimeOf } from '../../../workflows/domain/time/minute-of-day.ts';
import type { TimeZone } from '../../../workflows/domain/time/slot.ts';
import type { MeetingRequestDraft } from '../meaning/understanding.ts';
import { settleAvoided, settleForMeeting } from '../times/meeting-hours.ts';
import type { NamedWishes, WhenItem } from '../meaning/sense.ts';

/** Dates of a wish are listed up to so many. */
const mostDates = 62;
/** Wishes for later than in ten years are nobody's. */
const furthestDays = 3660;

/** The wishes of a person, as the slot search takes them. */
export function wishesOf(draft: MeetingRequestDraft, person: Person): Wish[] {
  return draft.wishes
    .filter(
      ({ people }) =>
        (people.length === 0 && person.id !== draft.sender.id) ||
        people.some(({ candidates }) => candidates.length === 1 && candidates[0]?.id === person.id),
    )
    .flatMap((named) => wishOf(named, zoneOf(named, person) ?? draft.timeZone, draft.today));
}

/** "their time" is each one's own. */
function zoneOf({ when }: NamedWishes, person: Person): TimeZone | undefined {
  return when.timeZone ?? (when.theirs === true ? person.timeZone : undefined);
}

function wishOf(named: NamedWishes, timeZone: TimeZone, today: number): Wish[] {
  const common = { strength: named.strength, timeZone, text: named.text } as const;
  if (named.only) return onlyThen(named, common, today);
  return named.when.items.flatMap((item) => {
    const days = daysOf(item, today);
    return hoursOf(item).map((hours) => ({ ...common, ...days, ...hours }));
  });
}

interface Common {
  readonly strength: 'hard' | 'soft';
  readonly timeZone: TimeZone;
  readonly text: string;
}

/** "Bob can only do mornings": everything else is avoided. */
function onlyThen(named: NamedWishes, common: Common, today: number): Wish[] {
  const wishes: Wish[] = [];
  const weekdays = named.when.items.flatMap((item) => daysOf(item, today).daysOfWeek ?? []);
  if (weekdays.length > 0) {
    wishes.push({ ...common, daysOfWeek: daysOfWeek.filter((day) => !weekdays.includes(day)) });
  }
  const dates =
    weekdays.length > 0 ? [] : named.when.items.flatMap((item) => daysOf(item, today).dates ?? []);
  if (dates.length > 0) {
    const others = daysOf({ days: [{ start: today, end: today + mostDates }] }, today).dates ?? [];
    wishes.push({ ...common, dates: others.filter((date) => !dates.includes(date)) });
  }
  const [first] = named.when.items;
  const sameHours = named.when.items.every(
    (item) => JSON.stringify(hoursOf(item)) === JSON.stringify(hoursOf(first ?? {})),
  );
  if (first === undefined || !sameHours) return wishes;
  const { start, end } = settleForMeeting(first, 60);
  const days = weekdays.length > 0 ? { daysOfWeek: weekdays } : dates.length > 0 ? { dates } : {};
  if (start > 0) wishes.push({ ...common, ...days, endTime: localTimeOf(start) });
  if (end < 1440) wishes.push({ ...common, ...days, startTime: localTimeOf(end) });
  return wishes;
}

/** A bare weekday is meant every week; a date and a period by their dates. */
function daysOf(item: WhenItem, today: number): { daysOfWeek?: DayOfWeek[]; dates?: LocalDate[] } {
  if (item.weekdays !== undefined) {
    return { daysOfWeek: item.weekdays.flatMap((weekday) => daysOfWeek[weekday] ?? []) };
  }
  if (item.days === undefined) return {};
  const dates: LocalDate[] = [];
  for (const { start, end } of item.days) {
    for (
      let day = Math.max(start, today);
      day < Math.min(end, today + furthestDays) && dates.length < mostDates;
      day += 1
    )
      dates.push(dateOf(day));
  }
  return { dates };
}

function hoursOf(item: WhenItem): { startTime?: string; endTime?: string }[] {
  if (item.hours === undefined && item.time === undefined) return [{}];
  const { start, end } = settleAvoided(item);
  return [
    {
      ...(start > 0 ? { startTime: localTimeOf(start) } : {}),
      ...(end < 1440 ? { endTime: localTimeOf(end) } : {}),
    },
  ];
}
