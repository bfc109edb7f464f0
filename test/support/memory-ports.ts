import { calendarWriter } from '../../bot/words/calendar-writer.ts';
import type { MeetingPorts } from '../../workers/activities/meeting-ports.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';

/** Ports that answer at once from memory, for benches of what lies between them: everybody is always free. */
export function createMemoryPorts(onView: (view: MeetingView) => void): MeetingPorts {
  const kept = new Map<string, string>();
  const done = Promise.resolve();
  return {
    calendar: {
      availability: ({ people }) => Promise.resolve(people.map(({ id }) => ({ personId: id, busy: [] }))),
      createHolds: ({ wanted, transactionId }) =>
        Promise.resolve({
          holds: wanted.map((hold) => ({ ...hold, eventId: `${transactionId}/${hold.slot.start}` })),
          problems: [],
        }),
      removeHolds: () => done,
      book: ({ transactionId }) => Promise.resolve({ eventId: transactionId, iCalUId: transactionId }),
      event: () => Promise.resolve(undefined),
      moveEvent: () => done,
      editEvent: () => Promise.resolve({}),
      cancelEvent: () => done,
      withdraw: () => done,
      acceptFor: () => Promise.resolve({ notAccepted: [] }),
      delegates: () => Promise.resolve([]),
      agenda: () => Promise.resolve([]),
    },
    directory: {
      person: () => Promise.resolve(undefined),
      search: () => Promise.resolve([]),
      lookUp: () => Promise.resolve({ people: [], groups: [], addresses: [], nearby: [] }),
      members: () => Promise.resolve([]),
      rooms: () => Promise.resolve([]),
      isMember: () => Promise.resolve(true),
    },
    projections: {
      publish: (view) => {
        onView(view);
        return done;
      },
      snapshot: () => Promise.resolve(undefined),
      versionsFrom: () => Promise.resolve([]),
      subscribe: () => Promise.resolve(() => done),
      subscribeInbox: () => Promise.resolve(() => done),
    },
    reservations: { reserve: () => Promise.resolve({ ok: true }), release: () => done },
    store: {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, value) => {
        kept.set(key, value);
        return done;
      },
      setIfAbsent: () => Promise.resolve(true),
      compareAndSet: () => Promise.resolve(true),
      delete: () => done,
      increment: (_key, windowMs) => Promise.resolve({ count: 1, resetsInMs: windowMs }),
      list: () => Promise.resolve([]),
    },
    clock: { now: () => new Date().toISOString() },
    answerLinks: { link: ({ meetingId }) => `http://127.0.0.1/${meetingId}` },
    mailWriter: { write: ({ view }) => Promise.resolve({ subject: view.title, html: '' }) },
    calendarWriter,
    messenger: { deliver: () => Promise.resolve({ kind: 'delivered' }) },
  };
}
