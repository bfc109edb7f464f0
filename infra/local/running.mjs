import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (state) => join(state, 'running.pid');

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    // A process id is given out again after a restart of the machine.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts');
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * The process id of the `npm start` that uses this state folder, if one does.
 * @param {string} state
 * @returns {number | undefined}
 */
export function runningInstance(state) {
  try {
    const pid = Number(readFileSync(fileIn(state), 'utf8'));
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Claims the state folder for this process; the answer gives it back.
 * @param {string} state
 * @returns {() => void}
 */
export function claim(state) {
  rmSync(fileIn(state), { force: true });
  writeFileSync(fileIn(state), String(process.pid), { flag: 'wx' });
  return () => rmSync(fileIn(state), { force: true });
}
