import { destination } from 'pino';
import type { DestinationStream } from 'pino';

/**
 * Standard output for log lines: those of one turn of the event loop are one system call, at its end or at the end of the
 * process.
 */
export function openLogOutput(): DestinationStream {
  const output = destination({ sync: true });
  let held = '';
  const flush = (): void => {
    const lines = held;
    held = '';
    if (lines !== '') output.write(lines);
  };
  process.once('exit', flush);
  return {
    write: (line) => {
      if (held === '') setImmediate(flush);
      held += line;
    },
  };
}
