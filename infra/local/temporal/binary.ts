import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { binaryFolder } from '../layout.ts';

const run = promisify(execFile);

/** A Temporal server that can be started here. */
export interface TemporalBinary {
  readonly path: string;
  /** As it reports itself, such as `1.5.1 (Server 1.29.1, UI 2.42.1)`. */
  readonly version: string;
  /** Where it was found, for people. */
  readonly source: string;
}

const name = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/** Where the project keeps a server that it downloaded or built. */
export const cachedBinary = join(binaryFolder, name);

/** The binary at `path`, if it is there and runs. */
export async function binaryAt(path: string, source: string): Promise<TemporalBinary | undefined> {
  if (!existsSync(path)) return undefined;
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    return { path, source, version: stdout.trim().replace(/^temporal version /, '') };
  } catch {
    return undefined;
  }
}

/** The first `temporal` on the PATH that runs. */
export async function binaryOnPath(searchPath: string): Promise<TemporalBinary | undefined> {
  for (const folder of searchPath.split(delimiter)) {
    const found = folder === '' ? undefined : await binaryAt(join(folder, name), 'found on the PATH');
    if (found !== undefined) return found;
  }
  return undefined;
}
