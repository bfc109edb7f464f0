import type { HeldSlot, Impossible, LostBooking, SearchOrder } from '../domain/meeting/state.ts';
import type { EventOf, MeetingEvent, Reached, Unstamped } from '../domain/meeting/event.ts';
import type { Announcement } from '../domain/meeting/announcements.ts';
import type { Edits } from '../domain/meeting/edits.ts';
import type { NoLongerFree } from '../domain/meeting/organizer-choice.ts';
import type { Outcome } from '../domain/meeting/outcome.ts';
import type { MeetingRequest } from '../domain/meeting/request.ts';
import type { BookedEvent, MeetingView } from '../domain/meeting/view.ts';
import type { PersonId } from '../domain/people/person.ts';
import type { ServiceProblem } from '../domain/meeting/service-problem.ts';
import type { Candidate } from '../domain/slots/candidate.ts';

/** What an activity found out, before the meeting notes when. */
type Found<Kind extends MeetingEvent['kind']> = Unstamped<EventOf<Kind>>;

/** What is ours in people's calendars and must not count against us. */
export interface OwnEvents {
  readonly holds: readonly HeldSlot[];
  readonly booking?: BookedEvent;
}

/** A version to publish, and who learns of it how. */
export interface AnnouncedVersion {
  readonly view: MeetingView;
  readonly announcements: readonly Announcement[];
}

export interface FindMeetingTimes {
  readonly request: MeetingRequest;
  readonly order: SearchOrder;
  readonly impossible: readonly Impossible[];
  readonly own: OwnEvents;
}

export interface OpenRound extends AnnouncedVersion {
  /** The start of every transaction id of this round: workflow id and round. */
  readonly transactionId: string;
  readonly holdOwners: readonly PersonId[];
  /** Holds of the round before. */
  readonly holds: readonly HeldSlot[];
}

export interface OpenedRound {
  readonly holds: readonly HeldSlot[];
  readonly reached: readonly Reached[];
  /** What was refused permanently. */
  readonly problems: readonly ServiceProblem[];
}

export interface BookMeeting {
  readonly meetingId: string;
  readonly transactionId: string;
  readonly request: MeetingRequest;
  readonly slot: Candidate;
  /** Who said that they cannot come: their calendars do not matter. */
  readonly absent: readonly PersonId[];
  readonly own: OwnEvents;
  readonly lostBookings?: readonly LostBooking[] | undefined;
}

export interface FinishBooking extends AnnouncedVersion {
  readonly booking: BookedEvent;
  readonly holds: readonly HeldSlot[];
  /** Who approved; the event is accepted for them. */
  readonly acceptFor: readonly PersonId[];
  readonly actions: MeetingRequest['actions'];
  readonly lostBookings?: readonly LostBooking[] | undefined;
}

export interface UndoMeeting extends AnnouncedVersion {
  readonly taskIds: readonly string[];
  readonly holds: readonly HeldSlot[];
  readonly booking?: BookedEvent;
  readonly lostBookings?: readonly LostBooking[] | undefined;
  readonly outcome: Outcome;
}

export interface EditMeeting {
  readonly meetingId: string;
  /** As it is before the edits. */
  readonly request: MeetingRequest;
  readonly booking: BookedEvent;
  readonly edits: Edits;
  /** Who said that they cannot come: their calendars do not matter. */
  readonly absent: readonly PersonId[];
}

export interface CheckCalendar {
  readonly meetingId: string;
  readonly request: MeetingRequest;
  readonly booking: BookedEvent;
}

/**
 * Everything that a meeting does to the outside world. Each may be carried out more than once and has its effect
 * once. Where one fails permanently, its failure carries a `ServiceProblem`.
 */
export interface MeetingActivities {
  findMeetingTimes(input: FindMeetingTimes): Promise<Found<'timesFound' | 'noTimes'>>;
  openRound(input: OpenRound): Promise<OpenedRound>;
  announce(input: AnnouncedVersion): Promise<void>;
  bookMeeting(input: BookMeeting): Promise<Found<'booked' | 'taken'>>;
  finishBooking(
    input: FinishBooking,
  ): Promise<{ readonly taskIds: readonly string[]; readonly problems: readonly ServiceProblem[] }>;
  undoMeeting(input: UndoMeeting): Promise<{ readonly problems: readonly ServiceProblem[] }>;
  editMeeting(
    input: EditMeeting,
  ): Promise<Found<'eventEdited'> | { readonly kind: 'editRefused'; readonly because: NoLongerFree }>;
  checkCalendar(input: CheckCalendar): Promise<Found<'calendarChanged'>>;
}
