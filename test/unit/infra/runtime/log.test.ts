import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCorrelation } from '../../../../infra/runtime/correlation.ts';
import { createLog } from '../../../../infra/runtime/log.ts';
import type { Log } from '../../../../infra/runtime/log.ts';

function lines(write: (log: Log) => void, personalData = false): Record<string, unknown>[] {
  const written: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  write(createLog({ process: 'test', level: 'debug', personalData, destination }));
  return written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('writes one JSON object a line, with process, level, time and message', () => {
    const [line] = lines((log) => {
      log.info({ meetingId: 'm1', durationMs: 3 }, 'meeting proposed');
    });
    expect(line).toMatchObject({ level: 'info', process: 'test', msg: 'meeting proposed', meetingId: 'm1' });
    expect(new Date(String(line?.['time'])).toISOString()).toBe(line?.['time']);
  });

  it('carries the correlation id into work that goes on later, and keeps two requests apart', async () => {
    const written: Record<string, unknown>[] = [];
    const oneAfterAWhile = (id: string) =>
      withCorrelation(id, async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        written.push(
          ...lines((log) => {
            log.info(`from ${id}`);
          }),
        );
      });
    await Promise.all([oneAfterAWhile('a'), oneAfterAWhile('b')]);
    expect(written.map((line) => [line['msg'], line['correlationId']]).sort()).toEqual([
      ['from a', 'a'],
      ['from b', 'b'],
    ]);
  });

  it.each([
    { fields: { displayName: 'Bob Kelso' }, gone: 'Kelso' },
    { fields: { attendee: { id: 'p1', mail: 'bob@contoso.com' } }, gone: 'bob@' },
    { fields: { title: 'Layoffs' }, gone: 'Layoffs' },
    { fields: { personId: 'mailto:ann@example.org' }, gone: 'ann@' },
    { fields: { headers: { Authorization: 'Bearer abc' } }, gone: 'abc' },
    { fields: { why: 'sent Bearer abc.def to it' }, gone: 'abc.def' },
    { fields: { err: new Error('no mailbox for eve@example.org') }, gone: 'eve@' },
    { fields: { err: new Error('x', { cause: new Error('for eve@example.org') }) }, gone: 'eve@' },
  ])('leaves $gone out of $fields', ({ fields, gone }) => {
    const written = JSON.stringify(
      lines((log) => {
        log.warn(fields, 'something happened');
      }),
    );
    expect(written).not.toContain(gone);
    expect(written).toContain('something happened');
  });

  it('takes over neither the message of an error given alone nor a child’s bindings', () => {
    const written = JSON.stringify(
      lines((log) => {
        log.error(new Error('for eve@example.org'));
        const child = log.child({ mail: 'eve@example.org' });
        child.info('hello eve@example.org');
        child.child({ subject: 'for eve@example.org' }).info('hello');
      }),
    );
    expect(written).not.toContain('eve@');
  });

  it('keeps names when told to, and secrets even then never', () => {
    const [line] = lines((log) => {
      log.info({ displayName: 'Bob', accessToken: 'abc' }, 'x');
    }, true);
    expect(line).toMatchObject({ displayName: 'Bob', accessToken: '[secret]' });
  });

  it('gives the same guest the same mark', () => {
    const [first, second] = lines((log) => {
      log.info({ personId: 'mailto:Ann@example.org' }, 'x');
      log.info({ personId: 'mailto:ann@example.org' }, 'x');
    });
    expect(first?.['personId']).toBe(second?.['personId']);
  });

  it('never writes an address, wherever it is', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4 }), fc.emailAddress(), (fields, mail) => {
        const written = JSON.stringify(
          lines((log) => {
            log.info({ ...fields, deep: [{ at: `<${mail}>` }] }, mail);
          }),
        );
        expect(written).not.toContain(mail);
      }),
      { numRuns: 200 },
    );
  });
});
