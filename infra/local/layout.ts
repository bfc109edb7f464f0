import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A path from the root of the project. */
export function inProject(path: string): string {
  return join(root, path);
}

/** The one ignored folder with everything that the local stack keeps. */
export const stateFolder = inProject('.assent');
export const binaryFolder = join(stateFolder, 'bin');
const logFolder = join(stateFolder, 'logs');

/** A path inside the state folder. */
export function inState(path: string): string {
  return join(stateFolder, path);
}

export function logFileOf(service: string): string {
  return join(logFolder, `${service}.log`);
}

export function makeFolders(): void {
  for (const folder of [binaryFolder, logFolder]) mkdirSync(folder, { recursive: true });
}
