import type { Message } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';

import type { Mail, Mailer } from '../../../../workflows/ports/mailer.ts';
import { ServiceError } from '../../../../workflows/ports/service-error.ts';
import type { Store } from '../../../../workflows/ports/store.ts';
import { mayHaveHappened } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';

const life = { ttlMs: 30 * 24 * 60 * 60 * 1000 };

function unclear(mail: Mail): ServiceError {
  return new ServiceError({
    reason: 'conflict',
    service: 'microsoft365',
    message: `It is not known whether the mail to ${mail.to.map(({ name }) => name).join(', ')} was sent; it is not sent again.`,
  });
}

/**
 * Mails from one mailbox, through Microsoft Graph as the application. `sendMail` knows no keys, so the store remembers
 * for 30 days what was begun and what was sent: nothing is sent twice, and a mail whose fate is unknown, because the
 * answer was lost, is rejected with `conflict` when it is repeated.
 */
export function createGraphMailer(
  graph: Graph,
  { senderId, store }: { readonly senderId: string; readonly store: Store },
): Mailer {
  return {
    async send(mail) {
      const key = `mail:${mail.idempotencyKey}`;
      if (!(await store.setIfAbsent(key, 'begun', life))) {
        if ((await store.get(key)) === 'sent') return;
        throw unclear(mail);
      }
      try {
        await graph.send(
          {
            method: 'POST',
            path: `/users/${encodeURIComponent(senderId)}/sendMail`,
            body: {
              message: {
                subject: mail.subject,
                body: { contentType: 'html', content: mail.html },
                toRecipients: mail.to.map(({ address, name }) => ({ emailAddress: { address, name } })),
              } satisfies Message,
              saveToSentItems: true,
            },
          },
          z.unknown(),
        );
      } catch (error) {
        if (!mayHaveHappened(error)) await store.delete(key);
        throw error;
      }
      await store.set(key, 'sent', life);
    },
  };
}
