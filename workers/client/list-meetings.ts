import type { Client } from '@temporalio/client';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { waitingFor } from '../../workflows/domain/meeting/waiting-for.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import type { ListInput, MeetingListItem, MeetingPage, Meetings } from './meetings.ts';
import { meetingQuery } from './meeting-query.ts';
import { answered } from './temporal-problem.ts';

const maxTokenLength = 4000;

function isWaitingFor(view: MeetingView, caller: Caller): boolean {
  return waitingFor(view).includes(personOf(caller));
}

function itemOf(view: MeetingView, caller: Caller): MeetingListItem {
  const start = view.booking?.slot.start ?? view.proposal?.slots[0]?.start;
  return {
    meetingId: view.meetingId,
    title: view.title,
    status: view.status,
    organizerId: view.organizer.id,
    start,
    waitingForMe: isWaitingFor(view, caller),
  };
}

/** One page of a caller's meetings: which ones, by search attributes; what of them, by their read models. */
export function listMeetings({
  temporal,
  projections,
  readView,
}: {
  readonly temporal: Client;
  readonly projections: Projections;
  readonly readView: (meetingId: string) => Promise<Result<MeetingView>>;
}): Pick<Meetings, 'list' | 'views'> {
  async function viewOf(id: string): Promise<MeetingView | undefined> {
    const published = await projections.snapshot(id);
    if (published !== undefined) return published;
    const read = await readView(id).catch(() => undefined);
    return read?.ok === true ? read.value : undefined;
  }

  async function views(caller: Caller, input: ListInput): Promise<Result<MeetingPage<MeetingView>>> {
    if (caller.kind === 'guest') {
      const message = 'Guests see the one meeting that their link is for.';
      return { ok: false, problem: { code: 'forbidden', message } };
    }
    const { pageToken = '' } = input;
    if (pageToken.length > maxTokenLength || !/^[\w-]*$/.test(pageToken)) {
      const message = 'This page token is not one of ours; begin with the first page.';
      return { ok: false, problem: { code: 'invalid', message, path: 'pageToken' } };
    }
    return answered(async () => {
      const { executions, nextPageToken } = await temporal.workflowService.listWorkflowExecutions({
        namespace: temporal.options.namespace,
        query: meetingQuery(caller, input),
        pageSize: input.pageSize,
        nextPageToken: Buffer.from(pageToken, 'base64url'),
      });
      const ids = executions.flatMap(({ execution }) => execution?.workflowId ?? []);
      const found = await Promise.all(ids.map(viewOf));
      const there = found.filter((view) => view !== undefined);
      // Between two rounds the attributes still name who has answered since.
      const meetings =
        input.which === 'waitingForMe' ? there.filter((view) => isWaitingFor(view, caller)) : there;
      const token = Buffer.from(nextPageToken).toString('base64url');
      return { meetings, ...(token === '' ? {} : { nextPageToken: token }) };
    });
  }

  return {
    views,
    async list(caller, input) {
      const page = await views(caller, input);
      if (!page.ok) return page;
      const { meetings, ...rest } = page.value;
      return { ok: true, value: { meetings: meetings.map((view) => itemOf(view, caller)), ...rest } };
    },
  };
}
