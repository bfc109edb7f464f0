import type { Instant, Slot, TimeZone } from '../../workflows/domain/time/slot.ts';
import { localDate } from '../words/times.ts';

/** A stretch of one day that is shown: whole hours around that day's candidates. */
export interface Panel {
  readonly start: Instant;
  readonly end: Instant;
}

const hourMs = 3_600_000;
const shownHours = 12;
const maxPanels = 3;

/** The first three days that have a candidate, each as twelve hours with the candidates in the middle. */
export function picturePanels(slots: readonly Slot[], timeZone: TimeZone): readonly Panel[] {
  const byDay = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = localDate(slot.start, timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), slot]);
  }
  return [...byDay.values()]
    .map((ofDay) => {
      const first = Math.min(...ofDay.map(({ start }) => Date.parse(start)));
      const last = Math.max(...ofDay.map(({ end }) => Date.parse(end)));
      const span = Math.max(shownHours * hourMs, last - first + 2 * hourMs);
      const start = Math.floor(((first + last) / 2 - span / 2) / hourMs) * hourMs;
      return { start: new Date(start).toISOString(), end: new Date(start + span).toISOString() };
    })
    .sort((one, other) => one.start.localeCompare(other.start))
    .slice(0, maxPanels);
}
