import { ApplicationFailure } from '@temporalio/common';
import type { Mail, Mailer } from '../../workflows/ports/mailer.ts';
import type { Delivery, Messenger } from '../../workflows/ports/messenger.ts';

/** Notes what would have been sent. */
export class NotedMessages implements Messenger, Mailer {
  readonly deliveries: Delivery[] = [];
  readonly mails: Mail[] = [];
  readonly unreachable = new Set<string>();
  /** To whom sending fails as it does at the end, when Teams could not be reached for hours. */
  readonly givenUp = new Set<string>();

  deliver(delivery: Delivery) {
    if (this.givenUp.has(delivery.recipientId)) {
      throw ApplicationFailure.nonRetryable('Teams could not be reached for hours.');
    }
    if (this.unreachable.has(delivery.recipientId)) {
      return Promise.resolve({ kind: 'unreachable', reason: 'They have not installed the app.' } as const);
    }
    this.deliveries.push(delivery);
    return Promise.resolve({ kind: 'delivered' } as const);
  }

  send(mail: Mail): Promise<void> {
    if (!this.mails.some(({ idempotencyKey }) => idempotencyKey === mail.idempotencyKey))
      this.mails.push(mail);
    return Promise.resolve();
  }

  of(meetingId: string, purpose: Delivery['purpose']): readonly Delivery[] {
    return this.deliveries.filter((one) => one.view.meetingId === meetingId && one.purpose === purpose);
  }
}
