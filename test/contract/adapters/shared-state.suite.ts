import { afterAll, beforeAll, describe } from 'vitest';

import { describeEntries } from './shared-entries.suite.ts';
import { describeMessages } from './shared-messages.suite.ts';
import type { Subject } from './shared-processes.ts';
import { describeReservations } from './shared-reservations.suite.ts';

/** The behaviour that every implementation of the shared state has; run once for each of them. */
export function describeSharedState(name: string, open: () => Promise<ReturnType<Subject>>): void {
  describe(name, () => {
    let opened: ReturnType<Subject>;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.state.close());
    const subject: Subject = () => opened;
    describeEntries(subject);
    describeReservations(subject);
    describeMessages(name, subject);
  });
}
