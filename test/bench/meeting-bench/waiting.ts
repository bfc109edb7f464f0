import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isGrpcDeadlineError } from '@temporalio/client';
import { createMeetings } from '../../../workers/client/create-meetings.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { createMemoryPorts } from '../../support/memory-ports.ts';
import type { MeetingWorld } from '../../support/meeting-world.ts';
import { aRequest, asPerson, dayFromNow, freshKey, required, valueOf } from '../../support/meeting-world.ts';
import { residentMb } from '../../support/process-figures.ts';
import { measure } from '../../support/rates.ts';
import type { BenchRow } from '../result.ts';
import { organizer, others } from './people.ts';
import { tied } from '../../support/tied-process.ts';

const waitingWorker = join(import.meta.dirname, '../../support/waiting-worker-process.ts');
/** Smaller for a quick look: `ASSENT_BENCH_WAITING=200 npm run bench meeting`. */
const waitingCount = Number(process.env['ASSENT_BENCH_WAITING'] ?? '5000');

async function startWaitingWorker(world: MeetingWorld): Promise<ChildProcess> {
  const child = tied(
    fork(waitingWorker, [world.temporal.address], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }),
  );
  await once(child, 'message');
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Undefined where the worker did not come to it in time: it is asked again, and the time goes on. */
async function viewInTime(world: MeetingWorld, id: string): Promise<MeetingView | undefined> {
  try {
    return await world.client.workflow.getHandle(id).query<MeetingView>('view');
  } catch (error) {
    if (isGrpcDeadlineError(error)) return undefined;
    throw error;
  }
}

/** A worker whose meetings all wait for answers: its memory, and how soon it is back after a restart. */
export async function waitingRows(world: MeetingWorld): Promise<readonly BenchRow[]> {
  let worker = await startWaitingWorker(world);
  const emptyMb = await residentMb(worker.pid);
  const meetings = createMeetings({ ...createMemoryPorts(() => undefined), temporal: world.client });
  const request = aRequest(organizer, others.slice(0, 3).map(required), dayFromNow(7, 8, 9));
  const ids: string[] = [];
  await measure(
    waitingCount,
    async () => {
      const { meetingId } = valueOf(
        await meetings.propose(asPerson(organizer), { request, idempotencyKey: freshKey() }),
      );
      ids.push(meetingId);
    },
    50,
  );
  const serveAll = async (): Promise<number> => {
    const waiting = [...ids];
    const startedMs = performance.now();
    await measure(
      waiting.length,
      async () => {
        const id = waiting.pop();
        if (id === undefined) return;
        for (;;) {
          const view = await viewInTime(world, id);
          if (view?.status === 'proposed') return;
          await pause(20);
        }
      },
      50,
    );
    return (performance.now() - startedMs) / 1000;
  };
  await serveAll();
  const fullMb = await residentMb(worker.pid);
  await stop(worker);
  const restartedMs = performance.now();
  worker = await startWaitingWorker(world);
  await serveAll();
  const backSeconds = (performance.now() - restartedMs) / 1000;
  await stop(worker);
  return [
    { name: `worker with ${waitingCount} waiting meetings`, value: fullMb, unit: 'MB' },
    { name: 'worker with none', value: emptyMb, unit: 'MB' },
    { name: 'until all are served again after its restart', value: backSeconds, unit: 's' },
  ];
}
