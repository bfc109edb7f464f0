import {
  condition,
  setCurrentDetails,
  upsertMemo,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { meetingMemo, meetingSummary } from '../../contract/meeting-summary.ts';
import type { CarriedMeeting, MeetingInput, MeetingRun } from '../../contract/messages/meeting-input.ts';
import { newMeetingSchema } from '../../contract/messages/meeting-input.ts';
import { carriedVersion, upgradeCarried } from '../../contract/messages/upgrade-carried.ts';
import { problemFailure } from '../../contract/messages/problem-failure.ts';
import { problemOf } from '../../contract/schemas/problem-of.ts';
import { searchAttributesOf } from '../../contract/search-attributes-of.ts';
import { beginMeeting } from '../../domain/meeting/begin.ts';
import type { MeetingEvent, Unstamped } from '../../domain/meeting/event.ts';
import { isMoveDue, isWatched } from '../../domain/meeting/fresh-run.ts';
import type { MeetingState, Phase } from '../../domain/meeting/state.ts';
import { toView } from '../../domain/meeting/to-view.ts';
import { transition } from '../../domain/meeting/transition.ts';
import type { MeetingView } from '../../domain/meeting/view.ts';
import type { Instant } from '../../domain/time/slot.ts';

/** Keys that a fresh run still answers as repeated. */
const keptKeys = 200;

/** The workflow's clock: that of its history, the same at every replay. */
export function now(): Instant {
  return new Date(Date.now()).toISOString();
}

/** Holds one meeting's state while it runs: every change goes through `apply`. */
export class MeetingContext {
  readonly run: MeetingRun;
  announcedVersion: number;
  /** A calendar change was reported and has not been checked yet. */
  calendarChanged: boolean;
  /** A fresh run is about to take over and announces what is new. */
  isHandingOver = false;
  /** An activity that announces is under way. */
  isAnnouncing = false;
  /** Whoever asked for an edit of the booked event waits for the answer. */
  isEditAwaited = false;
  #state: MeetingState;
  #doneKeys: readonly string[];
  #listed: string;
  #beganWatched: boolean;

  constructor(input: MeetingInput) {
    const carried = input.kind === 'carried' ? upgradeCarried(input.meeting) : firstRun(input.meeting);
    this.#state = carried.state;
    this.run = carried.run;
    this.announcedVersion = carried.announcedVersion;
    this.calendarChanged = carried.calendarChanged;
    this.#doneKeys = carried.doneKeys;
    // The search attributes of the start, or of the run before, are those of this state.
    this.#listed = listing(this.#state);
    this.#beganWatched = isWatched(this.#state);
    this.#showTitle();
  }

  get state(): MeetingState {
    return this.#state;
  }

  // A method, because what it gives changes between two awaits and narrowing must not outlast them.
  phase(): Phase {
    return this.#state.phase;
  }

  view(): MeetingView {
    return toView(this.#state);
  }

  apply(event: Unstamped<MeetingEvent>): void {
    const { title } = this.#state.request;
    this.#state = transition(this.#state, { ...event, at: now() });
    const renamed = this.#state.request.title;
    if (renamed !== title) upsertMemo(meetingMemo(renamed));
    this.#beganWatched &&= isWatched(this.#state);
    this.#showTitle();
    const listed = listing(this.#state);
    if (listed === this.#listed) return;
    this.#listed = listed;
    upsertSearchAttributes(searchAttributesOf(this.#state));
  }

  isDone(keys: readonly string[]): boolean {
    return keys.some((key) => this.#doneKeys.includes(key));
  }

  done(keys: readonly string[]): void {
    this.#doneKeys = [...this.#doneKeys, ...keys].slice(-keptKeys);
  }

  /** What came to nothing may be tried again. */
  undone(keys: readonly string[]): void {
    this.#doneKeys = this.#doneKeys.filter((key) => !keys.includes(key));
  }

  /**
   * Waits until something is so or, with `until`, that moment has come; says which. A fresh run or an edit of the booked
   * event being due ends it too.
   */
  async waitFor(isSo: () => boolean, until?: Instant): Promise<boolean> {
    const either = (): boolean => isSo() || this.#state.edit !== undefined || this.isFreshRunDue();
    if (until === undefined) {
      await condition(either);
      return true;
    }
    const waitMs = Date.parse(until) - Date.now();
    return waitMs > 0 ? condition(either, waitMs) : either();
  }

  isFreshRunDue(): boolean {
    if (this.#state.edit !== undefined) return false;
    const { historyLength, continueAsNewSuggested, runStartTime } = workflowInfo();
    const run = { startedAt: runStartTime.toISOString(), beganWatched: this.#beganWatched };
    return (
      continueAsNewSuggested ||
      historyLength > this.run.maxHistoryEvents ||
      isMoveDue(this.#state, run, now())
    );
  }

  carry(): CarriedMeeting {
    return {
      version: carriedVersion,
      state: this.#state,
      run: this.run,
      doneKeys: this.#doneKeys,
      announcedVersion: this.announcedVersion,
      calendarChanged: this.calendarChanged,
    };
  }

  /** The next run loses the summary given at the start. Details are asked for by a query: they add nothing to the history. */
  #showTitle(): void {
    setCurrentDetails(meetingSummary(this.#state.request.title));
  }
}

function firstRun(given: unknown): CarriedMeeting {
  const parsed = newMeetingSchema.safeParse(given);
  if (!parsed.success) throw problemFailure(problemOf(parsed.error));
  const { request, slots, caller, run } = parsed.data;
  const meetingId = workflowInfo().workflowId;
  const state = beginMeeting({ meetingId, request, slots, caller, at: now() });
  return { version: carriedVersion, state, run, doneKeys: [], announcedVersion: 0, calendarChanged: false };
}

/** Every answer changes who is still to answer; lists are updated when the round or the phase changes. */
function listing({ phase, lastRound, request }: MeetingState): string {
  const people = [request.organizer, ...request.attendees.map(({ person }) => person)].map(({ id }) => id);
  const start = phase.kind === 'booked' ? phase.booking.slot.start : '';
  const status = phase.kind === 'bookingUnderWay' ? 'collecting' : phase.kind;
  return [status, lastRound, start, ...people].join('|');
}
