import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowBundle } from '../../workers/runtime/workflow-bundle.ts';

const root = join(import.meta.dirname, '../..');
const bundleFolder = join(root, '.assent/bundles');

/** Paths of all modules in the bundle, as webpack names them: those on their own, and those that were joined into one. */
async function modules(): Promise<readonly string[]> {
  const { code } = await workflowBundle(bundleFolder);
  return [...code.matchAll(/^(?:\/\*\*\*\/ "([^"]+)"|;\/\/ (\.\S+)$)/gm)].map(
    ([, alone, joined]) => alone ?? joined ?? '',
  );
}

async function ours(): Promise<readonly string[]> {
  return (await modules()).filter((path) => path.startsWith('./') && !path.includes('node_modules'));
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
    const paths = await ours();
    expect(paths.filter((path) => !path.startsWith('./workflows/'))).toEqual([]);
    expect(paths.filter((path) => /domain\/(language|time\/(zone|windows))/.test(path))).toEqual([]);
  });

  it('contains no provider’s SDK', async () => {
    const providers =
      /node_modules\/(@microsoft|@azure|botbuilder|openai|redis|@temporalio\/(client|worker))/;
    expect((await modules()).filter((path) => providers.test(path))).toEqual([]);
  });

  it('is evaluated once for all meetings, as one module that nobody can look into', async () => {
    const { code } = await workflowBundle(bundleFolder);
    expect(code).toMatch(/preloadModules\(\) \{\s*__webpack_require__\([^\n]*"\.\/workflows\/index\.ts"\);/);
    const alone = [...code.matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map(([, path]) => path ?? '');
    expect(alone.filter((path) => /^\.\/workflows\/|node_modules\/zod\//.test(path))).toEqual([
      './workflows/index.ts',
    ]);
  });

  it('has spreads and private fields as the engine does them', async () => {
    const { code } = await workflowBundle(bundleFolder);
    expect(code).toContain('this.#state');
    expect(code).not.toMatch(/_object_spread|_class_private_field/);
  });

  it('has no variables and no collections to be filled, which meetings would share', async () => {
    const shared: string[] = [];
    for (const path of await ours()) {
      const source = await readFile(join(root, path), 'utf8');
      const found = source.match(
        /^(export )?((let|var) .*|const \w+(: .*)? = (new (Weak)?(Map|Set)(<.*>)?\(\)|\[\]|\{\});?)$/gm,
      );
      for (const line of found ?? []) shared.push(`${path}: ${line}`);
    }
    expect(shared).toEqual([]);
  });
});
