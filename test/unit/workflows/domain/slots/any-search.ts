import fc from 'fast-check';
import type { WorkingHours } from '../../../../../workflows/domain/availability/availability.ts';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import type {
  BusyMinutes,
  SearchAttendee,
  SlotSearchInput,
  StatusCounts,
} from '../../../../../workflows/domain/slots/search-input.ts';
import type { Wish } from '../../../../../workflows/domain/slots/wish.ts';
import type { DayOfWeek } from '../../../../../workflows/domain/time/local.ts';
import { daysOfWeek } from '../../../../../workflows/domain/time/local.ts';

/** Mondays, UTC: an ordinary week, and weeks with DST changes in Berlin, New York, Lord Howe and Santiago. */
const weeks = [
  '2026-06-08',
  '2026-03-23',
  '2026-10-19',
  '2026-03-02',
  '2026-10-26',
  '2026-03-30',
  '2026-09-28',
];

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Santiago',
  'UTC',
];

const anyZone = fc.constantFrom(...zones);
const anyTime = fc
  .integer({ min: 0, max: 48 })
  .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);
const anyDays = fc.subarray([...daysOfWeek], { minLength: 1 });
const anyCounts = fc.constantFrom<StatusCounts>('free', 'ifNeedBe', 'busy');
const anyDate = (monday: string) => fc.integer({ min: -1, max: 5 }).map((day) => dayAfter(monday, day));

function dayAfter(monday: string, days: number): string {
  return new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const anyHours = fc
  .array(fc.record({ startTime: anyTime, endTime: anyTime }), { minLength: 1, maxLength: 2 })
  .map((intervals) => intervals.filter(({ startTime }) => startTime !== '24:00'));

const anyWorkingHours = (monday: string): fc.Arbitrary<WorkingHours> =>
  fc.record({
    timeZone: anyZone,
    days: anyDays.chain((days: DayOfWeek[]) =>
      fc.tuple(...days.map((dayOfWeek) => anyHours.map((intervals) => ({ dayOfWeek, intervals })))),
    ),
    exceptions: fc.array(
      fc.record({ date: anyDate(monday), intervals: fc.oneof(anyHours, fc.constant([])) }),
      {
        maxLength: 2,
      },
    ),
  });

const anyWish = (monday: string): fc.Arbitrary<Wish> =>
  fc.record(
    {
      strength: fc.constantFrom<'hard' | 'soft'>('hard', 'soft'),
      timeZone: anyZone,
      daysOfWeek: anyDays,
      dates: fc.array(anyDate(monday), { maxLength: 2 }),
      startTime: anyTime.filter((time) => time !== '24:00'),
      endTime: anyTime,
      text: fc.constant('as they put it'),
    },
    { requiredKeys: ['strength', 'timeZone'] },
  );

const anyBusyList = (mondayMinute: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: -600, max: 5_000 }), fc.integer({ min: 0, max: 300 })), {
      maxLength: 6,
    })
    .map((pairs) =>
      pairs.flatMap(([start, length]) => [mondayMinute + start, mondayMinute + start + length]),
    );

const anyBusy = (mondayMinute: number): fc.Arbitrary<BusyMinutes> => {
  const list = anyBusyList(mondayMinute);
  return fc.record(
    { free: list, tentative: list, busy: list, oof: list, workingElsewhere: list, unknown: list },
    { requiredKeys: [] },
  );
};

const anyAttendees = (monday: string): fc.Arbitrary<SearchAttendee[]> => {
  const mondayMinute = Date.parse(`${monday}T00:00:00Z`) / 60_000;
  const anybody = fc.record(
    {
      type: fc.constantFrom<SearchAttendee['type']>('required', 'required', 'optional', 'resource'),
      busy: anyBusy(mondayMinute),
      workingHours: anyWorkingHours(monday),
      wishes: fc.array(anyWish(monday), { maxLength: 2 }),
      unreadable: fc.constant('The mailbox is full.'),
    },
    { requiredKeys: ['type', 'busy', 'wishes'] },
  );
  const readable = fc
    .tuple(anybody, fc.integer({ min: 0, max: 9 }))
    .map(([{ unreadable, ...rest }, dice]) => ({
      ...rest,
      // One in ten unreadable ones stays so, or hardly any search would find anything.
      ...(dice === 0 && unreadable !== undefined ? { unreadable } : {}),
    }));
  return fc
    .array(readable, { minLength: 1, maxLength: 4 })
    .map((people) => people.map((person, index) => ({ id: personId(`p${index}`), ...person })));
};

/** Searches of up to three days for up to four attendees, with every field of the input in play. */
export const anySearch: fc.Arbitrary<SlotSearchInput> = fc.constantFrom(...weeks).chain((monday) =>
  fc
    .record(
      {
        noticeMinutes: fc.constantFrom(0, 0, 60, 1_500),
        windows: fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 2_880 })), {
          minLength: 1,
          maxLength: 3,
        }),
        durationMinutes: fc.constantFrom(15, 30, 60, 90, 50),
        granularityMinutes: fc.constantFrom(15, 30, 60, 50),
        bufferBeforeMinutes: fc.constantFrom(0, 0, 15),
        bufferAfterMinutes: fc.constantFrom(0, 0, 10),
        timeZone: anyZone,
        earliestTime: anyTime.filter((time) => time !== '24:00'),
        latestTime: anyTime,
        daysOfWeek: anyDays,
        attendees: anyAttendees(monday),
        tentativeCounts: anyCounts,
        workingElsewhereCounts: anyCounts,
        workingHours: fc.constantFrom<SlotSearchInput['workingHours']>('hard', 'soft', 'ignored'),
        ranking: fc.constantFrom<SlotSearchInput['ranking']>('earliest', 'best'),
        setOfRooms: fc.boolean(),
      },
      {
        requiredKeys: [
          'noticeMinutes',
          'windows',
          'durationMinutes',
          'granularityMinutes',
          'bufferBeforeMinutes',
          'bufferAfterMinutes',
          'timeZone',
          'attendees',
          'tentativeCounts',
          'workingElsewhereCounts',
          'workingHours',
          'ranking',
          'setOfRooms',
        ],
      },
    )
    .map(({ noticeMinutes, windows, setOfRooms, ...rest }): SlotSearchInput => {
      const mondayMs = Date.parse(`${monday}T00:00:00Z`);
      const rooms = rest.attendees.filter(({ type }) => type === 'resource').map(({ id }) => id);
      return {
        ...rest,
        now: new Date(mondayMs).toISOString(),
        minimumNoticeMinutes: noticeMinutes,
        windows: windows.map(([start, length]) => ({
          start: new Date(mondayMs + start * 60_000).toISOString(),
          end: new Date(mondayMs + (start + length) * 60_000).toISOString(),
        })),
        oneOfRooms: setOfRooms ? rooms : [],
        maxResults: 1_000,
      };
    }),
);
