import { describe, expect, it } from 'vitest';

import { retryAfterMs } from '../../../../../../workers/adapters/graph/transport/retry-after.ts';

const nowMs = Date.parse('2026-03-02T10:00:00Z');

describe('the wait that a Retry-After header asks for', () => {
  it.each([
    ['10', 10_000],
    ['2.128', 2128],
    ['0', 0],
    ['-3', 0],
    ['Mon, 02 Mar 2026 10:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('is, for %j, %j ms', (header, waitMs) => {
    expect(retryAfterMs(header, nowMs)).toBe(waitMs);
  });
});
