import { LRUCache } from 'lru-cache';
import { calendarChannel } from '../../workflows/contract/calendar-channel.ts';
import { currentViewerKey } from '../../infra/runtime/viewer.ts';
import type { Availability } from '../../workflows/domain/availability/availability.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import type { PubSub } from '../../workflows/ports/pub-sub.ts';

type Asked = Pick<Person, 'id' | 'mail'>;

interface Entry {
  /** Whole days; instants are compared as the texts that they are. */
  readonly window: Slot;
  readonly freshUntilMs: number;
  readonly availability: Availability;
}

interface Kept {
  /** By who saw it: calendars show different people different things. */
  views: LRUCache<string, Entry[]>;
  readonly stop: () => void;
}

const dayMs = 86_400_000;
const maxPeople = 5_000;
const maxViews = 20;
const maxWindows = 8;

/** What each viewer was shown of one person. */
function viewsOfPerson(): LRUCache<string, Entry[]> {
  return new LRUCache({ max: maxViews });
}

function within({ availability }: Entry, window: Slot): Availability {
  const busy = availability.busy.filter(({ start, end }) => start < window.end && end > window.start);
  return { ...availability, busy };
}

/**
 * Free/busy kept in memory for a short time, by person and whole UTC days, separately for each viewer. It is dropped
 * when the person's calendar or one of their meetings changes. A calendar that could not be read is never kept: unknown
 * stays unknown, and is asked again.
 */
export function cachedAvailability(input: {
  readonly calendar: Pick<Calendar, 'availability'>;
  readonly projections: Pick<Projections, 'subscribeInbox'>;
  readonly pubSub: Pick<PubSub, 'subscribe'>;
  readonly ttlMs: number;
}): Pick<Calendar, 'availability'> {
  const { calendar, projections, pubSub, ttlMs } = input;
  const people = new LRUCache<string, Kept>({
    max: maxPeople,
    dispose: ({ stop }) => {
      stop();
    },
  });

  /** Listens before anything is kept, so that no change is missed. */
  async function keep(personId: string): Promise<Kept> {
    const known = people.get(personId);
    if (known !== undefined) return known;
    const drop = (): void => {
      const kept = people.get(personId);
      if (kept !== undefined) kept.views = viewsOfPerson();
    };
    const ends = await Promise.all([
      projections.subscribeInbox(personId, drop),
      pubSub.subscribe(calendarChannel(personId), drop),
    ]);
    const stop = (): void => {
      for (const end of ends) end().catch(() => undefined);
    };
    const other = people.get(personId);
    if (other !== undefined) {
      stop();
      return other;
    }
    const kept = { views: viewsOfPerson(), stop };
    people.set(personId, kept);
    return kept;
  }

  function find(personId: string, viewer: string, { start, end }: Slot, nowMs: number): Entry | undefined {
    return people
      .get(personId)
      ?.views.get(viewer)
      ?.find(
        ({ window, freshUntilMs }) => freshUntilMs > nowMs && window.start <= start && window.end >= end,
      );
  }

  function remember({ views }: Kept, viewer: string, entry: Entry): void {
    const entries = views.get(viewer) ?? [];
    entries.push(entry);
    if (entries.length > maxWindows) entries.shift();
    views.set(viewer, entries);
  }

  async function ask(
    asked: readonly Asked[],
    viewer: string,
    window: Slot,
  ): Promise<ReadonlyMap<string, Entry>> {
    const startMs = Math.floor(Date.parse(window.start) / dayMs) * dayMs;
    const endMs = Math.ceil(Date.parse(window.end) / dayMs) * dayMs;
    const keeping = await Promise.all(asked.map(({ id }) => keep(id)));
    const freshUntilMs = Date.now() + ttlMs;
    const before = keeping.map(({ views }) => views);
    const whole = { start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() };
    const found = await calendar.availability({ people: asked, window: whole });
    const read = new Map<string, Entry>();
    for (const [index, availability] of found.entries()) {
      const person = asked[index];
      const kept = keeping[index];
      if (person === undefined || kept === undefined) continue;
      const entry = { window: whole, freshUntilMs, availability };
      read.set(person.id, entry);
      // A change that arrived while reading replaced the views: what was read may be older than it.
      if (availability.error === undefined && kept.views === before[index]) remember(kept, viewer, entry);
    }
    return read;
  }

  return {
    availability: async ({ people: asked, window }) => {
      const nowMs = Date.now();
      const viewer = currentViewerKey();
      const known = asked.map(({ id }) => find(id, viewer, window, nowMs));
      const missing = asked.filter((_, index) => known[index] === undefined);
      const read = missing.length === 0 ? undefined : await ask(missing, viewer, window);
      return asked.map(({ id }, index) => {
        const entry = known[index] ?? read?.get(id);
        if (entry !== undefined) return within(entry, window);
        return { personId: id, busy: [], error: 'The calendar did not answer.' };
      });
    },
  };
}
