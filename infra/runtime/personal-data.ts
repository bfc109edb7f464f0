import { createHash } from 'node:crypto';

/** The characters of a local part that need no quotes (RFC 5322, `atext`), and letters of any script. */
const address = /[\p{L}\p{N}\w!#$%&'*+/=?^`{|}~.-]+@[\p{L}\p{N}\w-]+(?:\.[\p{L}\p{N}\w-]+)*/gu;
/** `Bearer x`, and anything that looks like a JSON web token. */
const credential = /Bearer\s+[\w.~+/=-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

const secretKeys =
  /^(authorization|cookie|set-cookie|.*(password|secret|token|api-?key|apikey|signature|client_?state))$/i;
const personalKeys =
  /^(names?|display_?names?|given_?name|surname|e?mails?|address(es)?|user_?principal_?name|upn|phone.*|text|body|content|html|subject|title|agenda|comment|message_?text|summary|notes?|query|input|location|attendee_?names?)$/i;

const deepest = 6;

/** The same address gives the same mark, so that lines can be joined without naming anybody. */
function markAddress(found: string): string {
  return `mail:${createHash('sha256').update(found.toLowerCase()).digest('hex').slice(0, 12)}`;
}

/** Free text with mail addresses replaced by a mark each and credentials removed. */
export function withoutAddresses(text: string): string {
  return text.replace(credential, '[secret]').replace(address, markAddress);
}

function cleanEntry(key: string, value: unknown, keepPersonal: boolean, depth: number): unknown {
  if (secretKeys.test(key)) return '[secret]';
  if (!keepPersonal && personalKeys.test(key) && typeof value !== 'number' && typeof value !== 'boolean')
    return '[personal]';
  return clean(value, keepPersonal, depth + 1);
}

function clean(value: unknown, keepPersonal: boolean, depth: number): unknown {
  if (typeof value === 'string')
    return keepPersonal ? value.replace(credential, '[secret]') : withoutAddresses(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return describeError(value, keepPersonal, depth);
  if (value instanceof Date) return value.toISOString();
  if (depth >= deepest) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => clean(item, keepPersonal, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, cleanEntry(key, entry, keepPersonal, depth)]),
  );
}

function describeError(error: Error, keepPersonal: boolean, depth: number): Record<string, unknown> {
  const told = (text: string) => clean(text, keepPersonal, depth);
  const reason = 'reason' in error ? error.reason : undefined;
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    detail: told(error.message),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: told(error.stack) }),
    ...(error.cause !== undefined && depth < deepest
      ? { cause: clean(error.cause, keepPersonal, depth + 1) }
      : {}),
  };
}

/**
 * What of a log line may be written: ids, numbers, codes and times stay; names, addresses, titles and texts go,
 * and so do credentials, whatever `keepPersonal` says.
 */
export function cleanForLog(fields: Record<string, unknown>, keepPersonal: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, cleanEntry(key, value, keepPersonal, 0)]),
  );
}
