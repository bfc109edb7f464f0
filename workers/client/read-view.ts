import type { Client } from '@temporalio/client';
import { viewQuery } from '../../workflows/contract/messages/messages.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { noSuchMeeting } from '../../workflows/domain/meeting/permissions.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import { answered, isUnanswered } from './temporal-problem.ts';

/** Temporal itself would wait for half a minute. */
const queryLimitMs = 2_500;
/** A run that moves to another build may be asked there in the moment that it ends; the next run answers. */
const queryAttempts = 2;

/**
 * Reads a meeting as its workflow has it, or as last published where that is no longer there. Where nobody answers for
 * it in time, because its build has no worker, that is marked `isStale`.
 */
export function createViewReader({
  temporal,
  projections,
}: {
  readonly temporal: Client;
  readonly projections: Pick<Projections, 'snapshot'>;
}): (meetingId: string) => Promise<Result<MeetingView>> {
  async function ask(meetingId: string, attempts: number): Promise<Result<MeetingView>> {
    try {
      return await answered(() =>
        temporal.withDeadline(Date.now() + queryLimitMs, () =>
          temporal.workflow.getHandle(meetingId).query(viewQuery),
        ),
      );
    } catch (error) {
      if (attempts === 1 || !isUnanswered(error)) throw error;
      return ask(meetingId, attempts - 1);
    }
  }

  return async (meetingId) => {
    try {
      const asked = await ask(meetingId, queryAttempts);
      if (asked.ok) return asked;
    } catch (error) {
      const published = isUnanswered(error) ? await projections.snapshot(meetingId) : undefined;
      if (published === undefined) throw error;
      return { ok: true, value: { ...published, isStale: true } };
    }
    const published = await projections.snapshot(meetingId);
    return published === undefined ? { ok: false, problem: noSuchMeeting } : { ok: true, value: published };
  };
}
