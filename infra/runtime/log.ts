import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { currentCorrelation } from './correlation.ts';
import { openLogOutput } from './log-output.ts';
import { cleanForLog, withoutAddresses } from './personal-data.ts';

export type Log = Logger;

interface LogOptions {
  /** Which process writes: `worker`, `bot`, `mcp`, … */
  readonly process: string;
  readonly level: string;
  /** Names, addresses and texts are kept; credentials never are. */
  readonly personalData?: boolean;
  /** Where lines go; standard output unless given (stdio servers log to standard error). */
  readonly destination?: DestinationStream;
}

type Words = Parameters<Logger['info']>;

/** Pino takes an error's own message where none is given; that message may quote anything. */
function withConstantMessage(words: Words): Words {
  const [first, message, ...rest] = words as readonly unknown[];
  if (typeof first === 'string') return [withoutAddresses(first), message, ...rest] as Words;
  const fields = first instanceof Error ? { err: first } : first;
  return [fields, typeof message === 'string' ? withoutAddresses(message) : 'no message', ...rest] as Words;
}

/** The time as a field of a line; lines of one millisecond share it. */
function clockField(): () => string {
  let shownMs = Number.NaN;
  let field = '';
  return () => {
    const now = Date.now();
    if (now !== shownMs) {
      shownMs = now;
      field = `,"time":"${new Date(now).toISOString()}"`;
    }
    return field;
  };
}

/** Pino writes what a child is bound to without asking the formatter. */
function cleaningChildren(log: Logger, personalData: boolean): Logger {
  const bare = log.child.bind(log);
  return Object.defineProperty(log, 'child', {
    configurable: true,
    value: (fields: Record<string, unknown>) =>
      cleaningChildren(bare(cleanForLog(fields, personalData)), personalData),
  });
}

/**
 * Structured lines, one JSON object each: `level`, `time` (ISO 8601), `process`, `correlationId` when a request is being
 * served, `msg` and the fields given. Messages are constant sentences; whatever varies goes into the fields, which are
 * cleaned of personal data.
 *
 * @example log.info({ meetingId, durationMs }, 'meeting proposed');
 */
export function createLog({ process, level, personalData = false, destination }: LogOptions): Log {
  const settings = {
    level,
    base: { process },
    timestamp: clockField(),
    serializers: { err: (value: unknown) => value },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => cleanForLog(fields, personalData),
    },
    hooks: {
      logMethod(this: Logger, words: Words, method: Logger['info']) {
        method.apply(this, personalData ? words : withConstantMessage(words));
      },
    },
    mixin: () => {
      const correlationId = currentCorrelation();
      return correlationId === undefined ? {} : { correlationId };
    },
  };
  const log = pino(settings, destination ?? openLogOutput());
  return cleaningChildren(log, personalData);
}
