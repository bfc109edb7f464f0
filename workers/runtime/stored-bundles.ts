import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The workflows as one script, and the build id under which Temporal knows the workers that run it. */
export interface WorkflowBundle {
  readonly buildId: string;
  readonly code: string;
}

/** A bundle in the folder; sources that differ in nothing that is run share a build. */
interface StoredBundle {
  /** Hash of the sources that it was made from. */
  readonly source: string;
  readonly buildId: string;
}

export function fileOf(folder: string, { source, buildId }: StoredBundle): string {
  return join(folder, `workflows-${source}-${buildId}.js`);
}

/** The bundles in the folder; none where it does not exist. */
export async function readBundles(folder: string): Promise<readonly StoredBundle[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const [, source, buildId] = /^workflows-([0-9a-f]+)-([0-9a-f]+)\.js$/.exec(name) ?? [];
    return source === undefined || buildId === undefined ? [] : [{ source, buildId }];
  });
}

/** Undefined where another process has removed it. */
export async function readBundle(folder: string, buildId: string): Promise<WorkflowBundle | undefined> {
  const stored = (await readBundles(folder)).find((bundle) => bundle.buildId === buildId);
  const code = stored && (await readFile(fileOf(folder, stored), 'utf8').catch(() => undefined));
  return code === undefined ? undefined : { buildId, code };
}

export async function removeBundle(folder: string, buildId: string): Promise<void> {
  const stored = (await readBundles(folder)).filter((bundle) => bundle.buildId === buildId);
  await Promise.all(stored.map((bundle) => rm(fileOf(folder, bundle), { force: true })));
}
