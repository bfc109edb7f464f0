import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** The characters of a local part that need no quotes (RFC 5322, `atext`), and letters of any script. */
const address = /[\p{L}\p{N}\w!#$%&'*+/=?^`{|}~.-]+@[\p{L}\p{N}\w-]+(?:\.[\p{L}\p{N}\w-]+)*/gu;
/** `Bearer x`, and anything that looks like a JSON web token. */
const credential = /Bearer\s+[\w.~+/=-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

const secretKeys =
  /^(authorization|cookie|set-cookie|.*(password|secret|token|api-?key|apikey|signature|client_?state))$/i;
const personalKeys =
  /^(names?|display_?names?|given_?name|surname|e?mails?|address(es)?|user_?principal_?name|upn|phone.*|text|body|content|html|subject|title|agenda|comment|message_?text|summary|notes?|query|input|location|attendee_?names?)$/i;

const deepest = 6;

type Kind = 'secret' | 'personal' | 'open';

const maxKinds = 2000;
/** Fields have few names; what each one holds is read from it once. */
const kinds = new LRUCache<string, Kind>({ max: maxKinds });

function kindOf(key: string): Kind {
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = secretKeys.test(key) ? 'secret' : personalKeys.test(key) ? 'personal' : 'open';
  kinds.set(key, kind);
  return kind;
}

/** The same address gives the same mark, so that lines can be joined without naming anybody. */
function markAddress(found: string): string {
  return `mail:${createHash('sha256').update(found.toLowerCase()).digest('hex').slice(0, 12)}`;
}

/** Most texts lack even the letters by which a credential begins, and are not searched further. */
function withoutCredentials(text: string): string {
  return text.includes('Bearer') || text.includes('eyJ') ? text.replace(credential, '[secret]') : text;
}

/** Free text with mail addresses replaced by a mark each and credentials removed. */
export function withoutAddresses(text: string): string {
  const safe = withoutCredentials(text);
  return safe.includes('@') ? safe.replace(address, markAddress) : safe;
}

function cleanEntry(key: string, value: unknown, keepPersonal: boolean, depth: number): unknown {
  const kind = kindOf(key);
  if (kind === 'secret') return '[secret]';
  if (!keepPersonal && kind === 'personal' && typeof value !== 'number' && typeof value !== 'boolean')
    return '[personal]';
  return clean(value, keepPersonal, depth + 1);
}

function clean(value: unknown, keepPersonal: boolean, depth: number): unknown {
  if (typeof value === 'string') return keepPersonal ? withoutCredentials(value) : withoutAddresses(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return describeError(value, keepPersonal, depth);
  if (value instanceof Date) return value.toISOString();
  if (depth >= deepest) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => clean(item, keepPersonal, depth + 1));
  return cleanFields(value, keepPersonal, depth);
}

function cleanFields(fields: object, keepPersonal: boolean, depth: number): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields))
    cleaned[key] = cleanEntry(key, value, keepPersonal, depth);
  return cleaned;
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
  return cleanFields(fields, keepPersonal, 0);
}
