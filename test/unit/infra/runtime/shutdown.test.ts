import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../infra/runtime/log.ts';
import { createShutdown } from '../../../../infra/runtime/shutdown.ts';

function started(limitMs = 1000) {
  const signals = new EventEmitter();
  const parent = new PassThrough();
  const exited = Promise.withResolvers<number>();
  const closed: string[] = [];
  const shutdown = createShutdown({
    log: createLog({ process: 'test', level: 'silent' }),
    limitMs,
    signals,
    parent,
    exit: exited.resolve,
  });
  return { signals, parent, exited: exited.promise, closed, shutdown };
}

describe('shutdown', () => {
  it('closes the last opened first, waiting for each, and exits with 0', async () => {
    const { signals, exited, closed, shutdown } = started();
    shutdown.onClose('store', () => closed.push('store'));
    shutdown.onClose('server', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      closed.push('server');
    });
    signals.emit('SIGTERM');
    expect(await exited).toBe(0);
    expect(closed).toEqual(['server', 'store']);
    expect(shutdown.signal.aborted).toBe(true);
  });

  it('goes on when one thing cannot be closed', async () => {
    const { signals, exited, closed, shutdown } = started();
    shutdown.onClose('store', () => closed.push('store'));
    shutdown.onClose('server', () => Promise.reject(new Error('stuck')));
    signals.emit('SIGINT');
    expect(await exited).toBe(0);
    expect(closed).toEqual(['store']);
  });

  it('closes each thing once when told twice', async () => {
    const { closed, shutdown } = started();
    shutdown.onClose('store', () => closed.push('store'));
    await Promise.all([shutdown.stop('first'), shutdown.stop('second')]);
    expect(closed).toEqual(['store']);
  });

  it('exits with 1 when something does not close in time', async () => {
    const { signals, exited, shutdown } = started(20);
    shutdown.onClose('server', () => new Promise(() => undefined));
    signals.emit('SIGTERM');
    expect(await exited).toBe(1);
  });

  it('stops when the stream from the parent closes', async () => {
    const { parent, exited } = started();
    parent.destroy();
    expect(await exited).toBe(0);
  });
});
