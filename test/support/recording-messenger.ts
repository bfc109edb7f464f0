import { ApplicationFailure } from '@temporalio/common';
import { newsText } from '../../bot/words/news-text.ts';
import { readerIn } from '../../bot/words/reader.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
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
      const problem: ServiceProblem = { service: 'teams', reason: 'unavailable' };
      throw ApplicationFailure.nonRetryable('Teams could not be reached for hours.', null, problem);
    }
    if (this.unreachable.has(delivery.recipientId)) {
      const problem = { service: 'teams', reason: 'notInstalled' } as const;
      return Promise.resolve({ kind: 'unreachable', problem } as const);
    }
    this.deliveries.push(delivery);
    return Promise.resolve({ kind: 'delivered' } as const);
  }

  send(mail: Mail): Promise<void> {
    if (!this.mails.some(({ idempotencyKey }) => idempotencyKey === mail.idempotencyKey))
      this.mails.push(mail);
    return Promise.resolve();
  }

  /** What somebody was told in words. */
  told(meetingId: string, recipientId: PersonId): readonly string[] {
    return this.of(meetingId, 'tell')
      .filter((one) => one.recipientId === recipientId)
      .map(({ view, since = view.version }) => {
        return newsText(view, recipientId, since, readerIn(view, recipientId)) ?? '';
      });
  }

  of(meetingId: string, purpose: Delivery['purpose']): readonly Delivery[] {
    return this.deliveries.filter((one) => one.view.meetingId === meetingId && one.purpose === purpose);
  }
}
