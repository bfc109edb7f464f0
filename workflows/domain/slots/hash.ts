import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * JSON with keys sorted by UTF-16 code units, no spaces and no absent fields, in the manner of RFC 8785: equal
 * values have equal text. Scalars are as `JSON.stringify` writes them.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    // Long lists of busy minutes; nothing in them needs sorting.
    if (value.every((item) => typeof item === 'number')) return JSON.stringify(value);
    return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${fields.join(',')}}`;
}

/** `sha256:` and hex, over the canonical JSON in UTF-8. */
export function canonicalHash(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
