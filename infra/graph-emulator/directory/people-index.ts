import type { Mailbox } from './mailbox.ts';

/** Text that mailboxes are found by, sorted, so that all that begins with something lies together. */
type Beginnings = readonly (readonly [text: string, mailbox: Mailbox])[];

/**
 * The words of a name as the directory keeps them: parted at blanks, symbols, numbers and changes of case.
 * Source: search-query-parameter, "Using $search on directory object collections".
 */
export function wordsOfName(name: string): readonly string[] {
  const parted = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return parted.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
}

function textOf(mailbox: Mailbox, property: string): string {
  const value = mailbox.profile[property];
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function sorted(entries: (readonly [string, Mailbox])[]): Beginnings {
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Finds people by the beginnings of their properties without looking at each of them; made where it is first needed. */
export class PeopleIndex {
  readonly #people: readonly Mailbox[];
  readonly #byProperty = new Map<string, Beginnings>();
  readonly #byAddress = new Map<string, Mailbox[]>();

  constructor(people: readonly Mailbox[]) {
    this.#people = people;
    for (const mailbox of people) {
      const entries = mailbox.profile['proxyAddresses'];
      const aliases = Array.isArray(entries) ? entries.map((entry) => String(entry).toLowerCase()) : [];
      for (const alias of aliases)
        this.#byAddress.set(alias, [...(this.#byAddress.get(alias) ?? []), mailbox]);
    }
  }

  #beginnings(property: string): Beginnings {
    const known = this.#byProperty.get(property);
    if (known !== undefined) return known;
    const made = sorted(
      this.#people.flatMap((mailbox) =>
        property === 'words'
          ? wordsOfName(textWithCase(mailbox)).map((word) => [word, mailbox] as const)
          : [[textOf(mailbox, property), mailbox] as const],
      ),
    );
    this.#byProperty.set(property, made);
    return made;
  }

  /** Those with a property that begins with the text; `words` are those of the display name. */
  beginning(property: string, text: string): readonly Mailbox[] {
    const wanted = text.toLowerCase();
    const all = this.#beginnings(property);
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.[0] ?? '') < wanted) low = middle + 1;
      else high = middle;
    }
    const found: Mailbox[] = [];
    for (let at = low; all[at]?.[0].startsWith(wanted) === true; at += 1) {
      const mailbox = all[at]?.[1];
      if (mailbox !== undefined) found.push(mailbox);
    }
    return found;
  }

  /** Those with this entry among their `proxyAddresses`. */
  withAlias(entry: string): readonly Mailbox[] {
    return this.#byAddress.get(entry.toLowerCase()) ?? [];
  }
}

function textWithCase(mailbox: Mailbox): string {
  const value = mailbox.profile['displayName'];
  return typeof value === 'string' ? value : '';
}
