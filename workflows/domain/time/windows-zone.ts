import { findIana } from 'windows-iana';
import { InvalidInputError } from '../problems/invalid-input.ts';
import type { TimeZone } from './slot.ts';
import { checkTimeZone } from './zone-offsets.ts';

/**
 * The IANA name of a zone as Microsoft Graph and Exchange write it, `W. Europe Standard Time`, by Unicode CLDR's
 * table for the world territory; IANA names pass. Throws InvalidInputError `unknownTimeZone`.
 */
export function ianaTimeZone(name: string, path = 'timeZone'): TimeZone {
  const [iana] = findIana(name);
  if (iana !== undefined) return iana;
  if (name === '') throw new InvalidInputError('unknownTimeZone', path, 'is empty');
  checkTimeZone(name, path);
  return name;
}
