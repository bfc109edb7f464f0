import type { Result } from '../../workflows/domain/problems/problem.ts';
import { calendarDay } from '../../workflows/domain/time/calendar-day.ts';
import { dateExists, localDayBounds } from '../../workflows/domain/time/zone.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { Dispatch } from '../calls/dispatch.ts';
import type { Fields, ServedOperation } from '../calls/served-operation.ts';
import { serving } from '../calls/serving.ts';
import type { RequestScope } from '../offer/offer.ts';

/** When a person or room is free or busy on a local date, as the caller may see it: `calendar.freebusy` of that day. */
export type ReadDay = (
  person: string,
  date: string,
  scope: Pick<RequestScope, 'identity' | 'correlationId'>,
) => Promise<Result<Fields>>;

function noSuchDay(date: string): Result<never> {
  return { ok: false, problem: { code: 'not_found', message: `${date} is not a date of the calendar.` } };
}

/** A day of a calendar is the local day of whose calendar it is. */
export function createReadDay(input: {
  readonly dispatch: Dispatch;
  readonly directory: Pick<Directory, 'person'>;
  readonly freeBusy: ServedOperation;
}): ReadDay {
  const { dispatch, directory, freeBusy } = input;
  async function readDay(
    person: string,
    date: string,
    scope: Parameters<ReadDay>[2],
  ): Promise<Result<Fields>> {
    const timeZone = (await directory.person(person))?.timeZone ?? 'UTC';
    let bounds;
    try {
      if (!dateExists(timeZone, calendarDay(date))) return noSuchDay(date);
      bounds = localDayBounds(timeZone, date);
    } catch {
      return noSuchDay(date);
    }
    const start = new Date(bounds.startMs).toISOString();
    const end = new Date(bounds.endMs).toISOString();
    const { identity, correlationId } = scope;
    return dispatch({
      identity,
      served: freeBusy,
      input: { people: [person], start, end, timeZone },
      correlationId,
    });
  }

  // Days are also read for who wants to watch one, outside of any request for it.
  return (person, date, scope) => serving(scope, () => readDay(person, date, scope));
}
