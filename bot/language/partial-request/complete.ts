import type { MeetingRequest, RequestedAttendee } from '../../../workflows/domain/meeting/request.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { defaultPolicy } from '../../../workflows/domain/policy/policy.ts';
import type { DraftAttendee, MeetingRequestDraft, Question } from '../meaning/understanding.ts';
import { combineWhens } from '../times/combine-whens.ts';
import { settleForMeeting } from '../times/meeting-hours.ts';
import type { WhenSense } from '../meaning/sense.ts';
import { defaultDays } from '../times/default-days.ts';
import { withLimitsOfOthers } from './limits-of-others.ts';
import { windowsOf } from '../times/windows.ts';
import { wishesOf } from './wishes.ts';

const defaultMinutes = 30;

/** A complete request, or what is really open about the draft. */
export type Completion =
  | { readonly complete: true; readonly request: MeetingRequest }
  | { readonly complete: false; readonly questions: readonly Question[] };

/** Makes the request of a draft with the defaults for what nobody said. */
export function complete(said: MeetingRequestDraft): Completion {
  const draft = withLimitsOfOthers(said);
  const questions = [...openPeople(draft), ...openRoom(draft), ...tooLong(draft), ...impossibleDate(draft)];
  const attendees = draft.attendees.flatMap(({ person, type, veto }) =>
    person === undefined || person.id === draft.organizer?.person?.id
      ? []
      : [{ person, type, veto: veto === true }],
  );
  if (draft.attendees.length === 0) {
    questions.push({
      field: 'attendees',
      code: 'noAttendees',
      choices: [],
    });
  }
  const wanted = combineWhens(draft.wanted) ?? wholeDefault(draft);
  questions.push(...openZone(draft, wanted));
  const durationMinutes = draft.durationMinutes ?? exactLength(wanted) ?? defaultMinutes;
  const theirs = wanted.theirs === true ? attendees[0]?.person.timeZone : undefined;
  const windows = windowsOf(theirs === undefined ? wanted : { ...wanted, timeZone: theirs }, draft.avoided, {
    today: draft.today,
    now: draft.now,
    timeZone: draft.timeZone,
    durationMinutes,
    weekends: wanted.items.some(
      ({ weekend, weekdays }) => weekend === true || weekdays?.some((day) => day >= 5) === true,
    ),
  });
  if (windows.length === 0 && draft.impossibleDate === undefined && tooLong(draft).length === 0) {
    questions.push({
      field: 'window',
      code: 'noTimeLeft',
      choices: [
        { label: 'this week', value: 'this week' },
        { label: 'next week', value: 'next week' },
        { label: 'next 5 working days', value: 'next 5 working days' },
      ],
    });
  }
  if (questions.length > 0) return { complete: false, questions };
  return { complete: true, request: requestOf(draft, attendees, durationMinutes, windows) };
}

function wholeDefault(draft: MeetingRequestDraft): WhenSense {
  return { kind: 'when', items: [{ days: [defaultDays(draft.today)] }] };
}

/** "2 to 3pm" without a length is an hour's meeting. */
function exactLength(wanted: WhenSense): number | undefined {
  const [item] = wanted.items;
  if (item === undefined || wanted.items.length > 1) return undefined;
  const { start, end, exact } = settleForMeeting(item, 0);
  if (exact !== true) return undefined;
  return end > start ? end - start : end + 1440 - start;
}

type Attendee = Pick<RequestedAttendee, 'person' | 'type'> & { readonly veto: boolean };

function requestOf(
  draft: MeetingRequestDraft,
  attendees: readonly Attendee[],
  durationMinutes: number,
  windows: MeetingRequest['windows'],
): MeetingRequest {
  const { responseMinutes, confirmation } = draft;
  const organizer = draft.organizer?.person ?? draft.sender;
  const isIn = draft.organizerAttends !== false || draft.organizer !== undefined;
  const everybody = attendees.length + (isIn ? 1 : 0);
  const quorum = draft.quorum === 'majority' ? Math.floor(everybody / 2) + 1 : draft.quorum;
  return {
    title: draft.title ?? defaultTitle(attendees.map(({ person }) => person)),
    ...(draft.agenda === undefined ? {} : { agenda: draft.agenda }),
    durationMinutes,
    organizer,
    // Whose meeting it is attends it; whoever asks in their name does not count.
    organizerAttends: isIn ? undefined : false,
    timeZone: draft.timeZone,
    attendees: attendees.map(({ person, type }) => ({ person, type, wishes: wishesOf(draft, person) })),
    wishes: wishesOf(draft, organizer),
    oneOfRooms: draft.rooms,
    isOnlineMeeting: draft.isOnlineMeeting ?? true,
    place: draft.place,
    windows,
    bufferBeforeMinutes: draft.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: draft.bufferAfterMinutes ?? 0,
    minimumNoticeMinutes: draft.minimumNoticeMinutes ?? 0,
    ranking: rankingOf(draft),
    slotCount: draft.slotCount ?? 1,
    policy: {
      ...defaultPolicy,
      ...(quorum === undefined ? {} : { approval: { kind: 'quorum' as const, count: quorum } }),
      ...(draft.asks === false ? { approval: { kind: 'none' as const } } : {}),
      vetoes: attendees.filter(({ veto }) => veto).map(({ person }) => person.id),
      ...(responseMinutes === undefined
        ? {}
        : { responseMinutes, reminderMinutes: [Math.floor(responseMinutes / 2)] }),
      ...(confirmation === undefined ? {} : { confirmation }),
    },
    actions: draft.actions,
  };
}

/** The earliest slot that anybody would rather avoid is nobody's wish: "best" ranks by wishes, then by start. */
function rankingOf({ ranking, wishes }: MeetingRequestDraft): 'earliest' | 'best' {
  const isSoft = wishes.some(({ strength }) => strength === 'soft');
  return ranking === 'earliest' && !isSoft ? 'earliest' : 'best';
}

function defaultTitle(people: readonly Person[]): string {
  const names = people.map(({ displayName }) => displayName);
  const last = names.at(-1) ?? '';
  if (names.length > 3) return `Meeting of ${String(names.length + 1)} people`;
  return names.length > 1
    ? `Meeting with ${names.slice(0, -1).join(', ')} and ${last}`
    : `Meeting with ${last}`;
}

function openPeople(draft: MeetingRequestDraft): Question[] {
  const { organizer, attendees } = draft;
  const named: readonly Omit<DraftAttendee, 'type'>[] =
    organizer === undefined ? attendees : [organizer, ...attendees];
  return named.flatMap((one): Question[] => {
    const { name: quoted, person, candidates = [], nearest = [], trouble } = one;
    if (person !== undefined) return [];
    const isAmbiguous = candidates.length > 0;
    const code = trouble ?? (isAmbiguous ? 'ambiguousPerson' : 'unknownPerson');
    const choices = (isAmbiguous ? candidates : nearest).map(({ id, displayName, mail }) => ({
      label: `${displayName} (${mail})`,
      value: id,
    }));
    return [{ field: 'attendees', code, choices, quoted }];
  });
}

function impossibleDate({ impossibleDate: quoted }: MeetingRequestDraft): Question[] {
  if (quoted === undefined) return [];
  return [{ field: 'window', code: 'impossibleDate', choices: [], quoted }];
}

/** "3pm CST": unless the speaker's own clocks are among those that it may mean, somebody has to say which. */
function openZone(draft: MeetingRequestDraft, { openZone: open }: WhenSense): Question[] {
  if (open === undefined || open.zones.some(({ timeZone }) => timeZone === draft.timeZone)) return [];
  const choices = open.zones.map(({ label, timeZone }) => ({ label, value: timeZone }));
  return [{ field: 'zone', code: 'ambiguousZone', choices, quoted: open.name }];
}

/** How many minutes a meeting may have; operations take as many (`workflows/contract`). */
const longestMinutes = 1440;

function tooLong({ durationMinutes = 0 }: MeetingRequestDraft): Question[] {
  if (durationMinutes <= longestMinutes) return [];
  return [
    { field: 'duration', code: 'tooLong', choices: [], quoted: String(Math.round(durationMinutes / 60)) },
  ];
}

function openRoom({ openRoom: open }: MeetingRequestDraft): Question[] {
  if (open === undefined) return [];
  const choices = open.candidates.map(({ id, displayName }) => ({ label: displayName, value: id }));
  const unknown = choices.length === 0;
  return [
    {
      field: 'room',
      code: unknown ? 'unknownRoom' : 'ambiguousRoom',
      choices,
      quoted: open.name,
    },
  ];
}
