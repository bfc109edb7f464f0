import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BundleOptions } from '@temporalio/worker';
import { bundleWorkflowCode } from '@temporalio/worker';
import type { WorkflowBundle } from './stored-bundles.ts';
import { fileOf, readBundles } from './stored-bundles.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const entry = join(root, 'workflows/index.ts');

type Configure = NonNullable<BundleOptions['webpackConfigHook']>;
type Rule = NonNullable<NonNullable<ReturnType<Configure>['module']>['rules']>[number];

/** Sources as Node runs them: Temporal's own rule has spreads and private fields done by functions, which costs. */
function asNodeRunsIt(rule: Rule): Rule {
  if (typeof rule !== 'object' || !(rule?.test instanceof RegExp) || !rule.test.test('.ts')) return rule;
  if (typeof rule.use !== 'object' || Array.isArray(rule.use)) return rule;
  const jsc = { target: 'es2022', parser: { syntax: 'typescript' } };
  return { ...rule, use: { ...rule.use, options: { sourceMap: true, jsc } } };
}

/**
 * Our modules and zod as one, which is evaluated once for all meetings of a worker: none of them has state of its own
 * (a test of the bundle sees to it). Left to itself each meeting builds every schema anew and keeps a copy. As one
 * module, because Temporal freezes what shared modules export and zod's schemas finish themselves when they are first
 * used.
 */
const asOne: Configure = (config) => ({
  ...config,
  module: { ...config.module, rules: (config.module?.rules ?? []).map(asNodeRunsIt) },
  optimization: {
    ...config.optimization,
    concatenateModules: true,
    providedExports: true,
    usedExports: true,
  },
});

/** Everything that the bundle is made from: our sources, the versions of the packages in them, and how it is made. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(join(root, 'workflows'), { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(file).update(await readFile(join(root, 'workflows', file)));
  }
  for (const name of ['@temporalio/workflow', '@temporalio/worker', 'zod', '@noble/hashes']) {
    hash.update(await readFile(packageFile(name)));
  }
  return hash
    .update(await readFile(fileURLToPath(import.meta.url)))
    .digest('hex')
    .slice(0, 24);
}

function packageFile(name: string): string {
  return join(root, 'node_modules', name, 'package.json');
}

/** The same for the same code on every machine; the source map behind it does not count. */
function buildIdOf(code: string): string {
  const [script = ''] = code.split('\n//# sourceMappingURL=', 1);
  return createHash('sha256').update(script).digest('hex').slice(0, 16);
}

/**
 * The workflows of this code as one script. It is made when sources changed since the last time, which takes seconds,
 * and kept in `folder` beside the bundles of older builds; several processes may do so at once.
 */
export async function workflowBundle(folder: string): Promise<WorkflowBundle> {
  const source = await sourceHash();
  const stored = (await readBundles(folder)).find((bundle) => bundle.source === source);
  if (stored !== undefined)
    return { buildId: stored.buildId, code: await readFile(fileOf(folder, stored), 'utf8') };
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    preloadModules: [entry],
    webpackConfigHook: asOne,
  });
  const buildId = buildIdOf(code);
  const file = fileOf(folder, { source, buildId });
  await mkdir(folder, { recursive: true });
  const own = `${file}.${process.pid}`;
  await writeFile(own, code);
  await rename(own, file);
  return { buildId, code };
}
