import { join } from 'node:path';
import { createDeployment } from '../../workers/runtime/deployment.ts';
import type { MeetingWorkerInput } from '../../workers/runtime/create-worker.ts';
import type { RunningBuild } from '../../workers/runtime/run-build.ts';
import { runBuild } from '../../workers/runtime/run-build.ts';
import type { WorkflowBundle } from '../../workers/runtime/stored-bundles.ts';
import { workflowBundle } from '../../workers/runtime/workflow-bundle.ts';

/** Where all tests find the bundle of this code. */
export const testBundleFolder = join(import.meta.dirname, '../../.assent/bundles');

/** A worker of this code, or of the bundle given, whose build is the current one. */
export async function runTestBuild(
  input: Omit<MeetingWorkerInput, 'bundle' | 'isVersioned'> & { readonly bundle?: WorkflowBundle },
): Promise<RunningBuild> {
  const bundle = input.bundle ?? (await workflowBundle(testBundleFolder));
  const build = await runBuild({ ...input, bundle, isVersioned: true });
  await createDeployment(input.connection, input.namespace).makeCurrent(bundle.buildId, 30_000);
  return build;
}
