import type { Client } from '@temporalio/client';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { waitingFor } from '../../workflows/domain/meeting/waiting-for.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import type { MeetingListItem, Meetings } from './meetings.ts';
import { meetingQuery } from './meeting-query.ts';
import { answered } from './temporal-problem.ts';

type Page = { readonly meetings: readonly MeetingListItem[]; readonly nextPageToken?: string };

const maxTokenLength = 4000;

function itemOf(view: MeetingView, caller: Caller): MeetingListItem {
  const start = view.booking?.slot.start ?? view.proposal?.slots[0]?.start;
  return {
    meetingId: view.meetingId,
    title: view.title,
    status: view.status,
    organizerId: view.organizer.id,
    start,
    waitingForMe: waitingFor(view).includes(personOf(caller)),
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
}): Meetings['list'] {
  async function viewOf(id: string): Promise<MeetingView | undefined> {
    const published = await projections.snapshot(id);
    if (published !== undefined) return published;
    const read = await readView(id).catch(() => undefined);
    return read?.ok === true ? read.value : undefined;
  }

  return async (caller, input): Promise<Result<Page>> => {
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
      const views = await Promise.all(ids.map(viewOf));
      const items = views.flatMap((view) => (view === undefined ? [] : itemOf(view, caller)));
      // Between two rounds the attributes still name who has answered since.
      const meetings = items.filter((item) => input.which !== 'waitingForMe' || item.waitingForMe);
      const token = Buffer.from(nextPageToken).toString('base64url');
      return { meetings, ...(token === '' ? {} : { nextPageToken: token }) };
    });
  };
}
