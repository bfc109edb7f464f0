import type { MeetingWorkerInput } from './create-worker.ts';
import { createMeetingWorker } from './create-worker.ts';

/** A worker that runs. */
export interface RunningBuild {
  readonly buildId: string;
  /** Resolves after `shutdown`; rejects when the worker fails. */
  readonly ended: Promise<void>;
  /** Lets what is under way end. */
  shutdown(): Promise<void>;
}

/** Starts a worker for the meetings of one build. */
export async function runBuild(input: MeetingWorkerInput): Promise<RunningBuild> {
  const worker = await createMeetingWorker(input);
  const ended = worker.run();
  return {
    buildId: input.bundle.buildId,
    ended,
    shutdown: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}
