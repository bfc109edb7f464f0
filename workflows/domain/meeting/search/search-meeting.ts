import type { Availability } from '../../availability/availability.ts';
import type { MeetingRequest } from '../request.ts';
import type { PersonId } from '../../people/person.ts';
import { hasCalendar } from '../../people/person.ts';
import { minuteMs } from '../../time/instant.ts';
import type { Instant, Slot } from '../../time/slot.ts';
import { slotKey } from '../../time/slot.ts';
import type { Candidate } from '../../slots/candidate.ts';
import { searchInput } from './from-request.ts';
import type { SlotSearchInput, SlotSearchResult } from '../../slots/search-input.ts';
import { searchSlots } from '../../slots/search.ts';

/** How many candidates are looked at for one that a quorum can attend. */
const mostForQuorum = 200;

/** Only these people's calendars rule a slot out; the others' are given as reasons. */
function bindingOnly(input: SlotSearchInput, binds: (id: PersonId) => boolean): SlotSearchInput {
  return {
    ...input,
    attendees: input.attendees.map((one) =>
      one.type === 'required' && !binds(one.id) ? { ...one, type: 'optional' } : one,
    ),
  };
}

/** Reasons name what people are in the meeting, whatever they counted as in the search. */
function withTypes(candidate: Candidate, input: SlotSearchInput): Candidate {
  const types = new Map(input.attendees.map(({ id, type }) => [id, type]));
  return {
    ...candidate,
    reasons: candidate.reasons.map((reason) => ({
      ...reason,
      type: types.get(reason.personId) ?? reason.type,
    })),
  };
}

/**
 * The search for a meeting. Guests have no calendar that could be read: their word counts, not their calendar, so it
 * rules nothing out (and is reported as unknown). Where no slot suits everybody required and a quorum is enough, the slots
 * that a quorum can attend, with the organizer and those who may veto. Throws InvalidInputError.
 */
export function searchMeeting(
  request: MeetingRequest,
  availabilities: readonly Availability[],
  now: Instant,
  maxResults: number,
): SlotSearchResult {
  const input = searchInput(request, availabilities, now, maxResults);
  const typed = (result: SlotSearchResult, candidates = result.candidates): SlotSearchResult => ({
    inputHash: result.inputHash,
    candidates: candidates.map((candidate) => withTypes(candidate, input)),
    obstacles: result.obstacles,
    concessions: result.concessions.map((concession) => ({
      ...concession,
      candidates: concession.candidates.map((candidate) => withTypes(candidate, input)),
    })),
  });
  const all = searchSlots(bindingOnly(input, (id) => hasCalendar(id)));
  const { approval, vetoes } = request.policy;
  if (all.candidates.length > 0 || approval.kind !== 'quorum') return typed(all);
  const must = new Set([request.organizer.id, ...vetoes]);
  const some = searchSlots({ ...bindingOnly(input, (id) => must.has(id)), maxResults: mostForQuorum });
  const enough = some.candidates.filter(
    ({ reasons }) =>
      reasons.filter(({ suits, type, personId }) => type !== 'resource' && (suits || !hasCalendar(personId)))
        .length >= approval.count,
  );
  return enough.length > 0 ? typed(some, enough.slice(0, maxResults)) : typed(all);
}

/** The input for looking at one slot that somebody named: the days and hours asked for no longer matter. */
function forOneSlot(input: SlotSearchInput, slot: Slot): SlotSearchInput {
  return {
    now: input.now,
    minimumNoticeMinutes: 0,
    windows: [slot],
    durationMinutes: Math.round((Date.parse(slot.end) - Date.parse(slot.start)) / minuteMs),
    granularityMinutes: 1,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    timeZone: input.timeZone,
    attendees: input.attendees,
    oneOfRooms: input.oneOfRooms,
    tentativeCounts: input.tentativeCounts,
    workingElsewhereCounts: input.workingElsewhereCounts,
    workingHours: 'soft',
    ranking: 'earliest',
    maxResults: 1,
  };
}

/** The slot as a candidate when nobody required is busy then; undefined otherwise. */
export function whereItSuits(
  request: MeetingRequest,
  availabilities: readonly Availability[],
  now: Instant,
  slot: Slot,
): Candidate | undefined {
  const input = forOneSlot(searchInput(request, availabilities, now, 1), slot);
  const [found] = searchSlots(bindingOnly(input, (id) => hasCalendar(id))).candidates;
  return found === undefined ? undefined : withTypes(found, input);
}

/** The slot as a candidate with everyone's reason, even where somebody is busy; without a room where none is free. */
export function asCandidate(
  request: MeetingRequest,
  availabilities: readonly Availability[],
  now: Instant,
  slot: Slot,
): Candidate {
  const whole = searchInput(request, availabilities, now, 1);
  const input = bindingOnly(forOneSlot(whole, slot), () => false);
  const isRoom = ({ type }: { readonly type: string }): boolean => type === 'resource';
  const withoutRooms = {
    ...input,
    oneOfRooms: [],
    attendees: input.attendees.filter((one) => !isRoom(one)),
  };
  const [found] = [...searchSlots(input).candidates, ...searchSlots(withoutRooms).candidates];
  return found === undefined ? { ...slot, score: 0, reasons: [] } : withTypes(found, whole);
}

/** Each time once, the first of equals. */
export function distinctSlots<S extends Slot>(slots: readonly S[]): readonly S[] {
  return [...new Map([...slots].reverse().map((slot) => [slotKey(slot), slot])).values()].reverse();
}
