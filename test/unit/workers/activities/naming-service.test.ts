import { expect, test } from 'vitest';
import { namingService } from '../../../../workers/activities/naming-service.ts';
import { ServiceError } from '../../../../workflows/ports/service-error.ts';

const refused = new ServiceError({
  reason: 'throttled',
  service: 'microsoft365',
  message: 'Wait.',
  retryAfterMs: 5,
});

test('an error names the service that people know, and keeps the rest', async () => {
  const port = namingService('calendar', { ask: () => Promise.reject(refused) });
  await expect(port.ask()).rejects.toMatchObject({
    problem: { service: 'calendar', reason: 'throttled' },
    message: 'Wait.',
    retryAfterMs: 5,
    cause: refused,
  });
});

test('answers, other errors and what a port keeps for itself are untouched', async () => {
  class Counter {
    #count = 0;
    next(step: number): Promise<number> {
      this.#count += step;
      return Promise.resolve(this.#count);
    }
    fail(): Promise<never> {
      return Promise.reject(new RangeError('odd'));
    }
  }
  const port = namingService('tasks', new Counter());
  expect([await port.next(1), await port.next(2)]).toEqual([1, 3]);
  await expect(port.fail()).rejects.toThrow(RangeError);
});
