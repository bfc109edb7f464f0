import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MailboxLanes, mailboxOf } from '../../../../../../workers/adapters/graph/transport/mailbox-lanes.ts';

const events = (mailbox: string): string => `/users/${mailbox}/events`;

describe('the lanes of mailboxes', () => {
  it.each([
    ['/users/AB-1/calendar/getSchedule', 'ab-1'],
    ['/users/ab-1/events/xyz/accept', 'ab-1'],
    ['/users/ab-1/calendarView?startDateTime=x', 'ab-1'],
    ['/users/ab-1/sendMail', 'ab-1'],
    ['/users/ab-1', undefined],
    ['/users?$top=5', undefined],
    ['/planner/tasks', undefined],
  ])('see in %s the mailbox %s', (path, mailbox) => {
    expect(mailboxOf(path)).toBe(mailbox);
  });

  it('never let more than four requests work in one mailbox, and let all of them work in the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 4 }), { maxKeys: 3 }),
          { maxLength: 30 },
        ),
        async (jobs) => {
          const lanes = new MailboxLanes();
          const working = new Map<string, number>();
          let done = 0;
          await Promise.all(
            jobs.map(async (needs) => {
              const paths = Object.entries(needs).flatMap(([mailbox, count]) =>
                Array.from({ length: count }, () => events(mailbox)),
              );
              await lanes.run(paths, async () => {
                for (const [mailbox, count] of Object.entries(needs)) {
                  working.set(mailbox, (working.get(mailbox) ?? 0) + count);
                  expect(working.get(mailbox)).toBeLessThanOrEqual(4);
                }
                await Promise.resolve();
                for (const [mailbox, count] of Object.entries(needs)) {
                  working.set(mailbox, (working.get(mailbox) ?? 0) - count);
                }
                done += 1;
              });
            }),
          );
          expect(done).toBe(jobs.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are free again after a failure', async () => {
    const lanes = new MailboxLanes();
    const paths = Array.from({ length: 4 }, () => events('a'));
    await expect(lanes.run(paths, () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
    await expect(lanes.run(paths, () => Promise.resolve('works'))).resolves.toBe('works');
  });
});
