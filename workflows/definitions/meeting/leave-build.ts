import { getActivator } from '@temporalio/workflow/lib/global-attributes.js';

/**
 * The run that follows begins on the current build and is pinned there, instead of on this one. Servers up to 1.29 know
 * no option for that when a workflow continues as new, but a run whose last task says that it upgrades by itself hands
 * down no build. The SDK takes a behaviour for a whole run only, so its own record of it is changed here, in the task
 * that ends the run (`test/workflow/deployment.test.ts` sees meetings move).
 */
export function leaveBuild(): void {
  getActivator().versioningBehavior = 'AUTO_UPGRADE';
}
