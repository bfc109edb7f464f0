import { z } from 'zod';

/** An absolute http(s) address, kept without the slash at its end. */
export const address = z
  .url({ protocol: /^https?$/, error: 'it must be an http:// or https:// address' })
  .transform((url) => url.replace(/\/+$/, ''));

/** An address of any scheme, such as `redis://host:6379`. */
export function addressOf(...schemes: string[]) {
  return z.url({
    protocol: new RegExp(`^(${schemes.join('|')})$`),
    error: `it must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });
}

export const hostAndPort = z
  .string()
  .regex(/^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$/i, 'it must be host:port, without a scheme');

/** A TCP port; 0 asks the system for a free one. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'it must be a port number')
  .transform(Number)
  .refine((number) => number <= 65_535, 'it must be a port number');

export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'it must be a whole number')
  .transform(Number);

export const yesOrNo = z
  .enum(['true', 'false', 'yes', 'no', '1', '0'], { error: 'it must be true or false' })
  .transform((word) => word === 'true' || word === 'yes' || word === '1');

/** Comma-separated words; spaces around them and empty entries are ignored. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: `it must be one of ${words.join(', ')}` });
}
