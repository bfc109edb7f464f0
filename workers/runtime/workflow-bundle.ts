import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

const entry = join(root, 'workflows/index.ts');

/**
 * Evaluated once for all meetings of a worker instead of once for each: modules without state of their own. Without
 * this every cached meeting carries a copy of zod.
 */
const sharedModules = ['zod'];

/** Everything that the bundle is made from: our sources, and the versions of the packages in them. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(join(root, 'workflows'), { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(file).update(await readFile(join(root, 'workflows', file)));
  }
  for (const name of ['@temporalio/workflow', '@temporalio/worker', 'zod', '@noble/hashes']) {
    hash.update(await readFile(packageFile(name)));
  }
  return hash.update(sharedModules.join()).digest('hex').slice(0, 24);
}

function packageFile(name: string): string {
  return join(root, 'node_modules', name, 'package.json');
}

/**
 * The workflows as one script. It is made when sources changed since the last time, which takes seconds, and kept in
 * `folder`; several processes may do so at once.
 */
export async function workflowBundle(folder: string): Promise<{ readonly code: string }> {
  const file = join(folder, `workflows-${await sourceHash()}.js`);
  try {
    return { code: await readFile(file, 'utf8') };
  } catch {
    const { code } = await bundleWorkflowCode({
      workflowsPath: entry,
      preloadModules: sharedModules.map((name) => require.resolve(name)),
    });
    await mkdir(folder, { recursive: true });
    const stale = (await readdir(folder)).filter((name) => /^workflows-\w+\.js$/.test(name));
    const own = `${file}.${process.pid}`;
    await writeFile(own, code);
    await rename(own, file);
    await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
    return { code };
  }
}
