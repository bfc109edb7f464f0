import type { Client } from '@temporalio/client';
import {
  TypedSearchAttributes,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdReusePolicy,
} from '@temporalio/common';
import type { CommandInput, CommandName } from '../../workflows/contract/commands/commands.ts';
import { meetingIdOf } from '../../workflows/contract/ids.ts';
import { meetingMemo, meetingSummary } from '../../workflows/contract/meeting-summary.ts';
import type { MeetingRun } from '../../workflows/contract/messages/meeting-input.ts';
import {
  meetingWorkflow,
  newMeetingSchema,
  usualRun,
} from '../../workflows/contract/messages/meeting-input.ts';
import { updateOf } from '../../workflows/contract/messages/messages.ts';
import { requestSchema } from '../../workflows/contract/schemas/request.ts';
import { problemOf } from '../../workflows/contract/schemas/problem-of.ts';
import { searchAttributesOf } from '../../workflows/contract/search-attributes-of.ts';
import { meetingTaskQueue } from '../../workflows/contract/task-queues.ts';
import { beginMeeting } from '../../workflows/domain/meeting/begin.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { UnaskedBooking } from '../../workflows/domain/meeting/may-book-unasked.ts';
import { refuseUnasked } from '../../workflows/domain/meeting/may-book-unasked.ts';
import { noSuchMeeting, shownTo } from '../../workflows/domain/meeting/permissions.ts';
import { refuse } from '../../workflows/domain/problems/refuse.ts';
import type { Problem, Result } from '../../workflows/domain/problems/problem.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import { toView } from '../../workflows/domain/meeting/to-view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Clock } from '../../workflows/ports/clock.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import { subscribeMeeting } from './subscribe-meeting.ts';
import { createDelegation } from './delegation.ts';
import { listMeetings } from './list-meetings.ts';
import type { GiveCommand, Meetings } from './meetings.ts';
import { forEachCommand } from './meetings.ts';
import { readTimes } from './read-times.ts';
import { timesForMeeting } from './times-for-meeting.ts';
import { createViewReader } from './read-view.ts';
import { answered } from './temporal-problem.ts';

interface MeetingsInput {
  readonly temporal: Client;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly projections: Projections;
  readonly clock: Clock;
  /** Who may have meetings booked unasked; people unless given. */
  readonly bookUnasked?: UnaskedBooking;
  /** Delegates beside those of the calendars: `delegate=organizer`, by mail address. */
  readonly delegates?: readonly string[];
  /** How meetings proposed here are run; the usual way unless given. */
  readonly run?: Partial<MeetingRun>;
}

type Refused = { readonly ok: false; readonly problem: Problem };

function refused(problem: Problem): Refused {
  return { ok: false, problem };
}

/** The use cases over a Temporal client, the same for every surface. */
export function createMeetings(input: MeetingsInput): Meetings {
  const { temporal, projections, clock } = input;
  const run: MeetingRun = { ...usualRun, ...input.run };
  const readView = createViewReader(input);
  const isDelegate = createDelegation({ calendar: input.calendar, listed: input.delegates ?? [] });

  async function read(caller: Caller, meetingId: string): Promise<Result<MeetingView>> {
    const found = await readView(meetingId);
    return found.ok ? shownTo(caller, found.value) : found;
  }

  /** Somebody who arranged the meeting for its organizer, as their delegate if they still are; undefined for others. */
  async function asDelegate(caller: Caller, meetingId: string): Promise<Result<Caller> | undefined> {
    if (caller.kind === 'guest') return undefined;
    const view = await readView(meetingId);
    if (!view.ok) return undefined;
    const { organizer, requestedBy } = view.value;
    if (requestedBy?.id !== personOf(caller)) return undefined;
    const arranger = await arrangerFor(caller, organizer);
    return arranger.ok ? { ok: true, value: { ...caller, delegateOf: organizer.id } } : arranger;
  }

  /** Who arranges a meeting for its organizer: a delegate, or nobody where they do so themselves. */
  async function arrangerFor(caller: Caller, organizer: Person): Promise<Result<Person | undefined>> {
    const isGuest = caller.kind === 'guest';
    if (!isGuest && personOf(caller) === organizer.id) return { ok: true, value: undefined };
    const who = isGuest ? undefined : await input.directory.person(personOf(caller));
    return who !== undefined && (await isDelegate(who, organizer))
      ? { ok: true, value: who }
      : refused(refuse({ reason: 'notDelegate', organizer: organizer.displayName }));
  }

  function give<Name extends CommandName>(name: Name): GiveCommand<Name> {
    return async (caller, { meetingId, ...given }) => {
      // The compiler cannot see that what was left out of a type parameter has been put back.
      const sendAs = (proven: Caller) => {
        const sent = { ...given, caller: proven } as unknown as CommandInput<Name>;
        return answered(() =>
          temporal.workflow
            .getHandle(meetingId)
            .executeUpdate(updateOf(name), { updateId: sent.idempotencyKey, args: [sent] }),
        );
      };
      let result = await sendAs(caller);
      if (!result.ok && result.problem.reason === 'onlyOrganizer') {
        // What was refused has left no trace: it is sent again by whom it is given, proven.
        const delegate = await asDelegate(caller, meetingId);
        if (delegate !== undefined) result = delegate.ok ? await sendAs(delegate.value) : delegate;
      }
      if (result.ok || result.problem !== noSuchMeeting) return result;
      // Its workflow has ended: only who may see the meeting learns that.
      const view = await read(caller, meetingId);
      if (!view.ok) return view;
      const { status } = view.value;
      return refused(
        status === 'searching' || status === 'proposed'
          ? noSuchMeeting
          : refuse({ reason: 'over', ending: status }),
      );
    };
  }

  return {
    async findTimes(caller, { request, maxResults }) {
      if (caller.kind === 'guest') {
        return refused({ code: 'forbidden', message: 'Guests cannot look into calendars.' });
      }
      const parsed = requestSchema.safeParse(request);
      if (!parsed.success) return refused(problemOf(parsed.error));
      return readTimes(input, parsed.data, maxResults);
    },

    async propose(caller, { request, slots, idempotencyKey }) {
      const parsed = newMeetingSchema.safeParse({
        request,
        caller,
        run,
        ...(slots === undefined ? {} : { slots: slots.map(({ start, end }) => ({ start, end })) }),
      });
      if (!parsed.success) return refused(problemOf(parsed.error));
      const arranger = await arrangerFor(caller, parsed.data.request.organizer);
      if (!arranger.ok) return arranger;
      const meeting = {
        ...parsed.data,
        request: { ...parsed.data.request, requestedBy: arranger.value },
      };
      const unasked = refuseUnasked(caller, meeting.request, input.bookUnasked ?? 'people');
      if (unasked !== undefined) return refused(unasked);
      const at = clock.now();
      const late = meeting.slots?.findIndex(({ start }) => start <= at) ?? -1;
      if (late >= 0) return refused(refuse({ reason: 'timePassed' }, `slots.${late}`));
      const meetingId = meetingIdOf(personOf(caller), idempotencyKey);
      const state = beginMeeting({ meetingId, ...meeting, slots: meeting.slots, at });
      try {
        return await answered(async () => {
          await temporal.workflow.start(meetingWorkflow, {
            workflowId: meetingId,
            taskQueue: meetingTaskQueue,
            args: [{ kind: 'new', meeting }],
            workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
            staticSummary: meetingSummary(meeting.request.title),
            memo: meetingMemo(meeting.request.title),
            typedSearchAttributes: new TypedSearchAttributes(searchAttributesOf(state)),
          });
          const view = toView(state);
          // Without it the meeting's own first news is what subscribers see.
          await projections.publish(view).catch(() => undefined);
          return view;
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        return read(caller, meetingId);
      }
    },

    ...forEachCommand(give),
    mayArrangeFor: async (caller, { organizer }) => (await arrangerFor(caller, organizer)).ok,
    get: (caller, { meetingId }) => read(caller, meetingId),
    ...listMeetings({ temporal, projections, readView }),
    async timesFor(caller, { meetingId, ...wanted }) {
      const view = await read(caller, meetingId);
      return view.ok ? timesForMeeting(input, view.value, wanted) : view;
    },
    subscribe: subscribeMeeting(projections, read),
  };
}
