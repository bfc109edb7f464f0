import { calendarDay } from '../../../workflows/domain/time/calendar-day.ts';
import { instantOf, minuteMs } from '../../../workflows/domain/time/instant.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { instantToLocal, localMinuteToInstant } from '../../../workflows/domain/time/zone.ts';
import type { WhenSense } from '../../language/meaning/sense.ts';
import type { ActTurn } from './act-turn.ts';

const minutesPerDay = 1440;

/** The first day that words name, where they name days at all. */
function firstDay(whens: readonly WhenSense[]): number | undefined {
  const days = whens.flatMap(({ items }) => items.flatMap((item) => item.days ?? []));
  return days.length === 0 ? undefined : Math.min(...days.map(({ start }) => start));
}

/** The times that a question speaks of, those that are over as well; `undefined` where it speaks of none. */
export function saidWindows(turn: ActTurn, durationMinutes: number): readonly Slot[] | undefined {
  const { services, reader, said } = turn;
  const { timeZone } = reader;
  const whens = [...said.which.when, ...said.to.when];
  if (whens.length === 0) return undefined;
  const now = services.now();
  const today = calendarDay(instantToLocal(timeZone, Date.parse(now)).date);
  const ahead = services.reading.windows(whens, { today, now, timeZone, durationMinutes });
  const first = firstDay(whens);
  if (ahead.length > 0 || first === undefined || first > today) return ahead;
  const then = instantOf(localMinuteToInstant(timeZone, first * minutesPerDay));
  return services.reading.windows(whens, { today: first, now: then, timeZone, durationMinutes });
}

/** From now on, for so many days. */
export function daysAhead({ services }: ActTurn, days: number): Slot {
  const now = services.now();
  return { start: now, end: instantOf(Date.parse(now) + days * minutesPerDay * minuteMs) };
}
