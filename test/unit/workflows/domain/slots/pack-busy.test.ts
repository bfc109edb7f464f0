import { describe, expect, it } from 'vitest';
import { packBusy } from '../../../../../workflows/domain/slots/pack-busy.ts';

describe('packBusy', () => {
  it('writes starts and ends by status, in whole minutes', () => {
    expect(
      packBusy([
        { start: '1970-01-01T00:10:00.000Z', end: '1970-01-01T00:20:00.000Z', status: 'busy' },
        { start: '1970-01-01T00:20:00.000Z', end: '1970-01-01T00:30:00.000Z', status: 'tentative' },
        { start: '1970-01-01T01:00:00.000+01:00', end: '1970-01-01T01:05:00.000+01:00', status: 'busy' },
      ]),
    ).toEqual({ busy: [10, 20, 0, 5], tentative: [20, 30] });
  });

  it('rounds part minutes outwards, so that nothing busy looks free', () => {
    expect(
      packBusy([{ start: '1970-01-01T00:10:59.999Z', end: '1970-01-01T00:20:00.001Z', status: 'oof' }]),
    ).toEqual({ oof: [10, 21] });
  });

  const bad = [
    ['malformed', 'busy.0.start', 'yesterday', '1970-01-01T00:20:00.000Z'],
    ['malformed', 'busy.0.end', '1970-01-01T00:20:00.000Z', '1970-01-01T00:20:00'],
    ['endBeforeStart', 'busy.0', '1970-01-01T00:20:00.000Z', '1970-01-01T00:19:59.000Z'],
  ] as const;
  for (const [reason, path, start, end] of bad) {
    it(`refuses ${start} to ${end}: ${reason} at ${path}`, () => {
      expect(() => packBusy([{ start, end, status: 'busy' }])).toThrow(
        expect.objectContaining({ reason, path }),
      );
    });
  }
});
