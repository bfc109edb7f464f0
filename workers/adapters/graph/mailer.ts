import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Mailer } from '../../../workflows/ports/mailer.ts';
import type { Store } from '../../../workflows/ports/store.ts';
import type { Graph } from './graph.ts';

const rememberedMs = 30 * 24 * 60 * 60 * 1000;

/** One Message-ID for one mail (RFC 5322, 3.6.4), so that receivers fold a copy that a lost answer made us repeat. */
function messageId(idempotencyKey: string): string {
  return `<${createHash('sha256').update(idempotencyKey).digest('hex')}@assent.invalid>`;
}

/**
 * Mails from one mailbox, through Microsoft Graph as the application. What was sent is remembered in the store for 30
 * days; `sendMail` itself knows no keys, so a mail whose answer was lost is sent again under the same Message-ID.
 */
export function createGraphMailer(
  graph: Graph,
  { senderId, store }: { readonly senderId: string; readonly store: Store },
): Mailer {
  return {
    async send(mail) {
      const key = `mail:${mail.idempotencyKey}`;
      if ((await store.get(key)) !== undefined) return;
      await graph.send(
        {
          method: 'POST',
          path: `/users/${encodeURIComponent(senderId)}/sendMail`,
          body: {
            message: {
              subject: mail.subject,
              body: { contentType: 'html', content: mail.html },
              toRecipients: mail.to.map(({ address, name }) => ({ emailAddress: { address, name } })),
              internetMessageId: messageId(mail.idempotencyKey),
            },
            saveToSentItems: true,
          },
        },
        z.unknown(),
      );
      await store.set(key, 'sent', { ttlMs: rememberedMs });
    },
  };
}
