import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowBundle } from '../../workers/runtime/workflow-bundle.ts';

const bundleFolder = join(import.meta.dirname, '../../.assent/bundles');

/** Paths of all modules in the bundle, as webpack names them. */
async function modules(): Promise<readonly string[]> {
  const { code } = await workflowBundle(bundleFolder);
  return [...code.matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map(([, path]) => path ?? '');
}

describe('the bundle of the workflows', () => {
  it('has our definitions in it', async () => {
    expect(await modules()).toContain('./workflows/definitions/meeting.ts');
  });

  it('contains no Node builtin', async () => {
    const builtins = (await modules()).filter((path) =>
      builtinModules.some(
        (name) => path === name || path === `node:${name}` || path === `external "${name}"`,
      ),
    );
    // Temporal's own stand-ins for these two throw or are deterministic.
    expect(builtins.filter((path) => !/^(node:)?(assert|async_hooks)$/.test(path))).toEqual([]);
  });

  it('contains nothing of ours but workflows, and there neither zones nor language', async () => {
    const ours = (await modules()).filter((path) => path.startsWith('./') && !path.includes('node_modules'));
    expect(ours.filter((path) => !path.startsWith('./workflows/'))).toEqual([]);
    expect(ours.filter((path) => /domain\/(language|time\/(zone|windows))/.test(path))).toEqual([]);
  });

  it('contains no provider’s SDK', async () => {
    const providers =
      /node_modules\/(@microsoft|@azure|botbuilder|openai|redis|@temporalio\/(client|worker))/;
    expect((await modules()).filter((path) => providers.test(path))).toEqual([]);
  });
});
