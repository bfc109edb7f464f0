import { z } from 'zod';
import { accepted, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import { mailboxOf } from '../directory/mailbox-lookup.ts';
import { mailSend } from '../access/permission-names.ts';
import {
  actionParameters,
  graphBoolean,
  graphEnum,
  itemBody,
  readBody,
  recipient,
} from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

const recipients = z.array(recipient).max(500).nullish();

const messageBody = z.looseObject({
  subject: z.string().max(2_000).nullish(),
  body: itemBody.nullish(),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  from: recipient.nullish(),
  sender: recipient.nullish(),
  importance: graphEnum(['low', 'normal', 'high']).nullish(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  attachments: z.array(z.looseObject({ name: z.string().nullish() })).nullish(),
});

const sendBody = z.object({ message: messageBody, saveToSentItems: graphBoolean.nullish() });

const shape = new Set([
  ...Object.keys(messageBody.shape),
  'categories',
  'flag',
  'isDeliveryReceiptRequested',
  'isReadReceiptRequested',
  'inferenceClassification',
]);

/** Keeps the mail and sends it nowhere. @throws GraphError 400 without a recipient that is an address. */
function sendMail(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  if (typeof call.body === 'string') {
    throw badRequest('Invalid base64 string for MIME content.', 'ErrorMimeContentInvalidBase64String');
  }
  const parameters = actionParameters(call.body, ['message', 'saveToSentItems']);
  const { message, saveToSentItems } = readBody(sendBody, parameters, 'microsoft.graph.sendMailRequest');
  const unknown = Object.keys(message).find((key) => !shape.has(key) && !key.includes('@'));
  if (unknown !== undefined) {
    throw badRequest(
      `The property '${unknown.slice(0, 100)}' does not exist on type 'Microsoft.OutlookServices.Message'.`,
      'RequestBodyRead',
    );
  }
  const all = [
    ...(message.toRecipients ?? []),
    ...(message.ccRecipients ?? []),
    ...(message.bccRecipients ?? []),
  ];
  if (all.length === 0)
    throw badRequest('At least one recipient must be specified.', 'ErrorInvalidRecipients');
  for (const { emailAddress } of all) {
    if (!/^[^\s@]+@[^\s@]+$/.test(emailAddress.address ?? '')) {
      throw badRequest("At least one recipient isn't valid.", 'ErrorInvalidRecipients');
    }
  }
  const from = message.from?.emailAddress.address;
  if (from !== undefined && from !== null && world.directory.find(from)?.id !== owner.id) {
    throw new GraphError(
      403,
      'ErrorSendAsDenied',
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
    );
  }
  world.mails.add({
    sender: owner.id,
    sent: world.now().toISOString(),
    message,
    savedToSentItems: saveToSentItems ?? true,
  });
  return accepted;
}

export const mailRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/users/{user}/sendMail', needs: mailSend, handle: sendMail },
];
