import type { Availability } from '../../workflows/domain/availability/availability.ts';
import type { Answer } from '../../workflows/domain/ballots/ballot.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingRequest, RequestedAttendee } from '../../workflows/domain/meeting/request.ts';
import type { MeetingStatus, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { SlotSearchResult } from '../../workflows/domain/slots/search-input.ts';
import type { Instant, Slot, SlotKey } from '../../workflows/domain/time/slot.ts';

export interface FoundTimes {
  readonly result: SlotSearchResult;
  /** What the search was made on, for the picture of everybody's availability. */
  readonly availabilities: readonly Availability[];
}

export interface MeetingListItem {
  readonly meetingId: string;
  readonly title: string;
  readonly status: MeetingStatus;
  readonly organizerId: PersonId;
  readonly start?: Instant;
  readonly waitingForMe: boolean;
}

interface Command {
  readonly meetingId: string;
  /** The update's id: repeated with the same key, a command is carried out once and answered the same. */
  readonly idempotencyKey: string;
}

/**
 * The use cases, the same for every surface. Who calls comes first and is trusted: surfaces prove it.
 * Expected outcomes are `Result`s; only faults of the services reject (`ServiceError`, `unavailable`).
 */
export interface Meetings {
  /** Changes nothing. */
  findTimes(
    caller: Caller,
    input: { readonly request: MeetingRequest; readonly maxResults: number },
  ): Promise<Result<FoundTimes>>;
  /** With `slots` these are put to the attendees as they are; without, the meeting searches first. */
  propose(
    caller: Caller,
    input: {
      readonly request: MeetingRequest;
      readonly slots?: readonly Candidate[];
      readonly inputHash?: string;
      readonly idempotencyKey: string;
    },
  ): Promise<Result<MeetingView>>;
  /** Counts for the caller's own person only. */
  respond(
    caller: Caller,
    input: Command & {
      readonly round: number;
      readonly answers: Readonly<Record<SlotKey, Answer>>;
      readonly counterProposal?: Slot;
      readonly comment?: string;
    },
  ): Promise<Result<MeetingView>>;
  /** Books now, or tells `requires_approval`; `slot` picks one of the proposed or of the organizer's choice. */
  confirm(caller: Caller, input: Command & { readonly slot?: Slot }): Promise<Result<MeetingView>>;
  /** The organizer puts other slots to the attendees: a new round. */
  chooseSlots(
    caller: Caller,
    input: Command & { readonly slots: readonly Slot[] },
  ): Promise<Result<MeetingView>>;
  /** Searches again inside `windows`, or proposes `slots`. */
  reschedule(
    caller: Caller,
    input: Command & {
      readonly windows?: readonly Slot[];
      readonly slots?: readonly Slot[];
      readonly durationMinutes?: number;
    },
  ): Promise<Result<MeetingView>>;
  changeAttendees(
    caller: Caller,
    input: Command & {
      readonly add: readonly RequestedAttendee[];
      readonly remove: readonly PersonId[];
    },
  ): Promise<Result<MeetingView>>;
  remind(caller: Caller, input: Command): Promise<Result<MeetingView>>;
  cancel(caller: Caller, input: Command & { readonly reason?: string }): Promise<Result<MeetingView>>;
  get(caller: Caller, input: { readonly meetingId: string }): Promise<Result<MeetingView>>;
  list(
    caller: Caller,
    input: {
      readonly which: 'all' | 'organizedByMe' | 'waitingForMe';
      readonly status?: readonly MeetingStatus[];
      readonly startsAfter?: Instant;
      readonly startsBefore?: Instant;
      readonly pageSize: number;
      readonly pageToken?: string;
    },
  ): Promise<Result<{ readonly meetings: readonly MeetingListItem[]; readonly nextPageToken?: string }>>;
  /** Snapshot first, then every version in order; the function returned ends it. */
  subscribe(
    caller: Caller,
    input: { readonly meetingId: string; readonly onView: (view: MeetingView) => void },
  ): Promise<Result<() => Promise<void>>>;
}
