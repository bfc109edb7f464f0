import { z } from 'zod';

import { currentViewer } from '../../../../infra/runtime/viewer.ts';
import type { ServiceReason } from '../../../../workflows/domain/meeting/service-problem.ts';
import { isTransientReason, ServiceError } from '../../../../workflows/ports/service-error.ts';
import type { GraphAnswer } from './graph-request.ts';
import { retryAfterMs } from './retry-after.ts';

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const unknownWaitMs = 10_000;

/** The reasons that an HTTP status tells. */
type GraphReason = Exclude<ServiceReason, 'notInstalled' | 'blocked' | 'notSetUp'>;

function reasonOf(status: number): GraphReason {
  if (status === 429) return 'throttled';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 408 || status === 423 || status === 424 || status >= 500) return 'unavailable';
  return 'invalid';
}

const sentences: Readonly<Record<GraphReason, string>> = {
  throttled: 'Microsoft 365 asks to wait before it does more.',
  notFound: 'Microsoft 365 does not know this person, calendar or entry (any more).',
  forbidden: 'Assent is not allowed to do this in Microsoft 365; its administrator must grant it.',
  conflict: 'It was changed in Microsoft 365 in the meantime.',
  unavailable: 'Microsoft 365 does not answer just now.',
  invalid: 'Microsoft 365 refused this.',
};

function sentenceOf(reason: GraphReason): string {
  // A person's own access is no matter of what Assent was granted.
  return reason === 'forbidden' && currentViewer()?.kind === 'person'
    ? 'Microsoft 365 does not let you see or change this.'
    : sentences[reason];
}

/** The code and message that Graph gives with an error. */
export function graphErrorOf(answer: GraphAnswer): { readonly code: string; readonly message: string } {
  const parsed = errorBody.safeParse(answer.body);
  return parsed.success ? parsed.data.error : { code: '', message: '' };
}

/** Whether the same request may be answered otherwise in a while. */
export function isTransient(status: number): boolean {
  return isTransientReason(reasonOf(status));
}

/** A failed response, translated; Graph's own words are in the cause and, if permanent, in the message. */
export function serviceErrorOf(answer: GraphAnswer): ServiceError {
  const reason = reasonOf(answer.status);
  const { code, message } = graphErrorOf(answer);
  const told = reason === 'invalid' || reason === 'forbidden' ? message : '';
  return new ServiceError({
    reason,
    service: 'microsoft365',
    message: told === '' ? sentenceOf(reason) : `${sentenceOf(reason)} It said: ${told}`,
    ...(reason === 'throttled'
      ? { retryAfterMs: retryAfterMs(answer.headers['retry-after'], Date.now()) ?? unknownWaitMs }
      : {}),
    cause: { status: answer.status, code, message },
  });
}

/** Codes of Node and undici for connections that never came about. */
const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** Whether what was asked may have been done although the call failed: the answer was lost, or a gateway gave up. */
export function mayHaveHappened(error: unknown): boolean {
  const told = z.looseObject({ status: z.number() }).safeParse(error instanceof ServiceError && error.cause);
  if (told.success) return [500, 502, 504].includes(told.data.status);
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 6; depth += 1) {
    if ('code' in cause && neverConnected.includes(String(cause.code))) return false;
    cause = cause.cause;
  }
  return true;
}

/** No answer at all: a timeout, a cut connection, an answer that ends in the middle. */
export function noAnswer(cause: unknown): ServiceError {
  return new ServiceError({
    reason: 'unavailable',
    service: 'microsoft365',
    message: sentences.unavailable,
    cause,
  });
}

function unreadableAnswer(cause: unknown): ServiceError {
  return new ServiceError({
    reason: 'invalid',
    service: 'microsoft365',
    message: 'Microsoft 365 answered in a form that Assent does not understand.',
    cause,
  });
}

/** Reads an answer's body by a schema; `invalid` where it does not fit. */
export function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unreadableAnswer(parsed.error);
  return parsed.data;
}
