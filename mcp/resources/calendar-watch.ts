import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { currentCorrelation } from '../../infra/runtime/correlation.ts';
import { calendarChannel } from '../../workflows/contract/calendar-channel.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { CalendarChanges } from '../../workflows/ports/calendar-changes.ts';
import type { PubSub } from '../../workflows/ports/pub-sub.ts';
import type { Identity } from '../auth/identity.ts';
import type { ReadDay } from './calendar-day.ts';

/** Half as long as a subscription goes without being asked for. */
const subscribeEveryMs = 6 * 3_600_000;

const oneCalendar = z.object({
  people: z.tuple([z.object({ person: z.string(), error: z.undefined().optional() })]),
});

interface WatchedDay {
  readonly identity: Identity;
  /** An id, address or name, as the URI has it. */
  readonly person: string;
  readonly date: string;
}

/** Calendar changes, for callers who may read them. */
export interface CalendarWatch {
  /** Whether changes of this calendar are reported to this identity. */
  mayWatch(day: WatchedDay): Promise<boolean>;
  /** Calls back when something in the calendar was changed, on whatever day; undefined for what may not be read. */
  watch(day: WatchedDay, onUpdate: () => void): Promise<(() => Promise<void>) | undefined>;
}

/** A caller who can read free/busy of a day may be told to read it again. */
export function createCalendarWatch(input: {
  readonly readDay: ReadDay;
  readonly changes: Pick<CalendarChanges, 'ensureSubscribed'>;
  readonly pubSub: Pick<PubSub, 'subscribe'>;
}): CalendarWatch {
  const { readDay, changes, pubSub } = input;

  async function ownerOf({ identity, person, date }: WatchedDay): Promise<PersonId | undefined> {
    const correlationId = currentCorrelation() ?? randomUUID();
    const day = await readDay(person, date, { identity, correlationId });
    const read = oneCalendar.safeParse(day.ok ? day.value : undefined);
    return read.success ? personId(read.data.people[0].person) : undefined;
  }

  return {
    mayWatch: async (day) => {
      const ownerId = await ownerOf(day);
      return ownerId !== undefined && (await changes.ensureSubscribed(ownerId));
    },
    watch: async (day, onUpdate) => {
      const ownerId = await ownerOf(day);
      if (ownerId === undefined) return undefined;
      const subscribeAgain = (): void => {
        void changes.ensureSubscribed(ownerId);
      };
      const stop = await pubSub.subscribe(calendarChannel(ownerId), () => {
        // The change may also be the end of notifications.
        subscribeAgain();
        onUpdate();
      });
      const again = setInterval(subscribeAgain, subscribeEveryMs);
      again.unref();
      return async () => {
        clearInterval(again);
        await stop();
      };
    },
  };
}
