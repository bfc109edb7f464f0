import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../runtime/config/read-config.ts';
import { state } from '../runtime/config/state.ts';

const root = join(import.meta.dirname, '..', '..');

/** A path from the root of the project; an absolute one stays. */
export function inProject(path: string): string {
  return resolve(root, path);
}

/** The one ignored folder with everything that the local stack keeps. */
export const stateFolder = inProject(readConfig(process.env, { state }).state.directory);
/** Programs are the same for every state. */
export const binaryFolder = inProject('.assent/bin');
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
