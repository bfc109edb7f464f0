import type { Log } from '../../infra/runtime/log.ts';
import type { MeetingWorkerInput } from './create-worker.ts';
import { createDeployment, deploymentName } from './deployment.ts';
import { OlderBuilds } from './older-builds.ts';
import type { RunningBuild } from './run-build.ts';
import { runBuild } from './run-build.ts';
import { workflowBundle } from './workflow-bundle.ts';

const currentLimitMs = 30_000;
const usualReviewMs = 5 * 60_000;

/**
 * Workers for all meetings: one for the build of this code, which becomes the current one where `makesCurrent`, and one
 * for each older build in `bundleFolder` that still has meetings. Resolves when they run.
 */
export async function runMeetings(
  input: Omit<MeetingWorkerInput, 'bundle' | 'isVersioned'> & {
    readonly bundleFolder: string;
    /** False where the deployment decides when new meetings begin on this build. */
    readonly makesCurrent: boolean;
    readonly log: Pick<Log, 'info' | 'warn'>;
    /** How often older builds are checked for remaining meetings. */
    readonly reviewEveryMs?: number;
  },
): Promise<RunningBuild> {
  const { bundleFolder, makesCurrent, log, reviewEveryMs = usualReviewMs, ...worker } = input;
  const deployment = createDeployment(worker.connection, worker.namespace);
  const bundle = await workflowBundle(bundleFolder);
  const { buildId } = bundle;
  const isVersioned = await deployment.isSupported(buildId);
  const own = await runBuild({ ...worker, bundle, isVersioned });
  if (!isVersioned) {
    log.warn(
      'the Temporal server has no Worker Deployments, or does not allow them: a change of the workflows reaches meetings that are under way, which may stop',
    );
    return own;
  }
  log.info({ deploymentName, buildId, makesCurrent }, 'meetings are pinned to the build they begin on');
  const older = new OlderBuilds({
    worker,
    bundleFolder,
    ownBuildId: buildId,
    deployment,
    log,
    reviewEveryMs,
  });
  await Promise.all([makesCurrent ? makeCurrent() : undefined, older.start()]);
  return {
    ...own,
    shutdown: async () => {
      await Promise.all([own.shutdown(), older.shutdown()]);
    },
  };

  async function makeCurrent(): Promise<void> {
    try {
      await deployment.makeCurrent(buildId, currentLimitMs);
    } catch (error) {
      log.warn(
        { err: error, deploymentName, buildId },
        'this build could not be made the current one: new meetings go on beginning on the one before, or wait. Make it current with `temporal worker deployment set-current-version`',
      );
    }
  }
}
