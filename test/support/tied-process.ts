import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { WatcherMessage } from './process-watcher.ts';

function startWatcher(): (message: WatcherMessage) => void {
  const watcher = spawn(process.execPath, [join(import.meta.dirname, 'process-watcher.ts')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // In a group of its own, so that Ctrl-C does not end it before it has ended the others.
    detached: true,
  });
  watcher.unref();
  watcher.channel?.unref();
  return (message) => {
    watcher.send(message);
  };
}

let tell: ReturnType<typeof startWatcher> | undefined;

/**
 * Ties a child to the life of this process: it is killed when this one ends, however that ends, so that a test that
 * fails or is killed leaves no server behind.
 */
export function tied<Child extends ChildProcess>(child: Child): Child {
  const { pid } = child;
  // It did not start, which its `error` event says.
  if (pid === undefined) return child;
  tell ??= startWatcher();
  tell({ started: pid });
  child.once('exit', () => {
    tell?.({ ended: pid });
  });
  return child;
}
