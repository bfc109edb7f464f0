import type { Availability } from '../../workflows/domain/availability/availability.ts';
import type { CommandInput, CommandName } from '../../workflows/contract/commands/commands.ts';
import { commandNames } from '../../workflows/contract/commands/commands.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { MeetingStatus, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person, PersonId } from '../../workflows/domain/people/person.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { SlotSearchResult } from '../../workflows/domain/slots/search-input.ts';
import type { Instant, Slot } from '../../workflows/domain/time/slot.ts';

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

/** Which meetings of a caller are wanted; times are those of their starts. */
export interface ListInput {
  readonly which: 'all' | 'organizedByMe' | 'waitingForMe';
  readonly status?: readonly MeetingStatus[];
  readonly startsAfter?: Instant;
  readonly startsBefore?: Instant;
  readonly pageSize: number;
  readonly pageToken?: string;
}

export interface MeetingPage<Item> {
  readonly meetings: readonly Item[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

/** Gives one of the contract's commands to a meeting. */
export type GiveCommand<Name extends CommandName> = (
  caller: Caller,
  input: Omit<CommandInput<Name>, 'caller'> & { readonly meetingId: string },
) => Promise<Result<MeetingView>>;

export type MeetingCommands = { readonly [Name in CommandName]: GiveCommand<Name> };

/** One function for each command of the contract. */
export function forEachCommand(
  make: <Name extends CommandName>(name: Name) => GiveCommand<Name>,
): MeetingCommands {
  // The compiler cannot see that the keys are all names.
  return Object.fromEntries(commandNames.map((name) => [name, make(name)])) as unknown as MeetingCommands;
}

/**
 * The use cases, the same for every surface. Who calls comes first and is trusted: surfaces prove it.
 * Expected outcomes are `Result`s; only faults of the services reject (`ServiceError`, `unavailable`).
 */
export interface Meetings extends MeetingCommands {
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
  /** Whether the caller may propose meetings of this organizer: the organizer, and delegates. */
  mayArrangeFor(caller: Caller, input: { readonly organizer: Person }): Promise<boolean>;
  get(caller: Caller, input: { readonly meetingId: string }): Promise<Result<MeetingView>>;
  list(caller: Caller, input: ListInput): Promise<Result<MeetingPage<MeetingListItem>>>;
  /** The same meetings with all that is known of each, as last published. */
  views(caller: Caller, input: ListInput): Promise<Result<MeetingPage<MeetingView>>>;
  /**
   * Times for a meeting that exists, as calendars are now, in which it does not stand in its own way: these `slots` with
   * everybody's reasons, whether they suit or not, or those that suit within `windows`, the earliest first. Changes
   * nothing.
   */
  timesFor(
    caller: Caller,
    input: {
      readonly meetingId: string;
      readonly slots?: readonly Slot[];
      readonly windows?: readonly Slot[];
      /** Its own length, where absent. */
      readonly durationMinutes?: number;
      readonly maxResults: number;
    },
  ): Promise<Result<readonly Candidate[]>>;
  /** Snapshot first, then every version in order; the function returned ends it. */
  subscribe(
    caller: Caller,
    input: { readonly meetingId: string; readonly onView: (view: MeetingView) => void },
  ): Promise<Result<() => Promise<void>>>;
}
