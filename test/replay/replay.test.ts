import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { workflowBundle } from '../../workers/runtime/workflow-bundle.ts';

Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

const folder = join(import.meta.dirname, 'histories');
const bundleFolder = join(import.meta.dirname, '../../.assent/bundles');
const suffix = '.history.gz';

async function historyOf(name: string) {
  const bytes = gunzipSync(await readFile(join(folder, `${name}${suffix}`)));
  return temporal.api.history.v1.History.decode(bytes);
}

const names = (await readdir(folder))
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length));

/**
 * Histories of real meetings, one for each path, recorded by `ASSENT_RECORD_HISTORIES=1 npm test -- test/workflow`.
 * A failure here means that meetings under way would stop: version the change (`patched`) or keep their behaviour.
 */
describe('meetings that were recorded', () => {
  it('are there for every path', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  it.each(names)('go on as they were: %s', async (name) => {
    const bundle = await workflowBundle(bundleFolder);
    await Worker.runReplayHistory({ workflowBundle: bundle }, await historyOf(name), name);
  });

  it('stop on code that does something else, and the replay says so', async () => {
    const changed = await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, 'changed-workflow.ts'),
      logger: new DefaultLogger('ERROR', () => undefined),
    });
    const history = await historyOf('approved-by-all');
    await expect(
      Worker.runReplayHistory({ workflowBundle: changed }, history, 'approved-by-all'),
    ).rejects.toThrow(/[Nn]ondeterminis/);
  });
});
