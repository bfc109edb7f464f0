/** Where a mail address stands in a text, with what belongs to it: `"Pat Doe" <mailto:pat@partner.example>`. */
export interface WrittenAddress {
  /** In lower case. */
  readonly address: string;
  /** The name that was written before `<…>`. */
  readonly name?: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * A dot-string before the @ (RFC 5321, 4.1.2, with letters of every script: RFC 6531) and a domain of two labels or more.
 * An apostrophe counts inside a word only: around an address it quotes.
 */
const address =
  /(?<![\p{L}\d.!#$%&'*+/=?^_{|}~@-])(?:'(?=[\p{L}\d]))?(mailto:)?((?:[\p{L}\p{M}\d!#$%&*+/=?^_{|}~-]|(?<=[\p{L}\d])'(?=[\p{L}\d]))(?:[\p{L}\p{M}\d!#$%&*+/=?^_{|}~.-]|(?<=[\p{L}\d])'(?=[\p{L}\d])){0,63}@[\p{L}\d](?:[\p{L}\d-]{0,62})(?:\.[\p{L}\d-]{1,63}){1,5})/giu;

const quotedName = /"([^"<>]{1,100})"\s*$/u;
const capitalizedName = /(?:\p{Lu}[\p{L}\p{M}'’.-]*\s+){1,4}$/u;
const lastFirst = /\p{Lu}[\p{L}\p{M}'’-]*,\s+\p{Lu}[\p{L}\p{M}'’-]*\s+$/u;

function nameBefore(text: string): { readonly name: string; readonly start: number } | undefined {
  const match = quotedName.exec(text) ?? lastFirst.exec(text) ?? capitalizedName.exec(text);
  if (match === null) return undefined;
  return { name: (match[1] ?? match[0]).trim(), start: match.index };
}

/** Every mail address of a text, in order. Linear in the text's length but for the names before `<`, which are short. */
export function addressesIn(text: string): readonly WrittenAddress[] {
  return [...text.matchAll(address)].map((match): WrittenAddress => {
    const [all, scheme = '', found = ''] = match;
    const start = match.index + all.length - found.length - scheme.length;
    const end = match.index + all.length;
    const one = { address: found.toLowerCase().replace(/\.$/, ''), start, end };
    const before = text.slice(Math.max(0, start - 120), start);
    if (!before.endsWith('<') || text[end] !== '>') return one;
    const named = nameBefore(before.slice(0, -1));
    const nameStart = named === undefined ? start - 1 : start - before.length + named.start;
    return { ...one, name: named?.name, start: nameStart, end: end + 1 };
  });
}

/** A text that is an address and nothing else, in any of its forms; undefined for everything else. */
export function readAddress(text: string): WrittenAddress | undefined {
  const wanted = text.trim();
  const [only, ...more] = addressesIn(wanted);
  if (only === undefined || more.length > 0) return undefined;
  if (only.end !== wanted.length) return undefined;
  if (only.start === 0) return only;
  // "Pat Doe <pat@…>" is a name and an address however the name is written.
  const name = wanted.slice(0, wanted.lastIndexOf('<')).replace(/^["'\s]+|["'\s]+$/g, '');
  return wanted.endsWith('>') && !name.includes('<') ? { ...only, name, start: 0 } : undefined;
}

/** What stands behind the @, in lower case. */
export function domainOf(mail: string): string {
  return mail.slice(mail.lastIndexOf('@') + 1).toLowerCase();
}
