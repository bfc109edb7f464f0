import { foldings } from '../../../workflows/domain/people/letters.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { nicknamesOf, spellingsOf } from '../../../workflows/domain/people/spellings.ts';

/** A way to write a name in plain letters, and everybody who bears it. */
interface Spelling {
  readonly words: readonly string[];
  readonly people: Map<string, Person>;
}

/** Spellings by their first word. */
export interface NameIndex {
  readonly spellings: ReadonlyMap<string, readonly Spelling[]>;
  readonly words: ReadonlySet<string>;
}

/** An index of people's names, and one of their nicknames, which count only where nobody bears the name itself. */
export function indexNames(people: readonly Person[]): {
  readonly names: NameIndex;
  readonly nicknames: NameIndex;
} {
  return {
    names: indexOf(people, spellingsOf),
    nicknames: indexOf(people, (name) => nicknamesOf(name).map((short) => [short])),
  };
}

/** A name's words in plain letters; two ways where a letter is written with one or with two. */
function plainForms(words: readonly string[]): readonly (readonly string[])[] {
  const forms = words.map(foldings);
  const short = forms.map(([plain = '']) => plain);
  const long = forms.map((of) => of.at(-1) ?? '');
  return short.join(' ') === long.join(' ') ? [short] : [short, long];
}

function indexOf(
  people: readonly Person[],
  spell: (displayName: string) => readonly (readonly string[])[],
): NameIndex {
  const byWords = new Map<string, Spelling>();
  for (const person of people) {
    for (const words of spell(person.displayName).flatMap(plainForms)) {
      const key = words.join(' ');
      const spelling = byWords.get(key) ?? { words, people: new Map<string, Person>() };
      spelling.people.set(person.id, person);
      byWords.set(key, spelling);
    }
  }
  const all = [...byWords.values()];
  const spellings = new Map<string, Spelling[]>();
  for (const spelling of all) {
    const [first = ''] = spelling.words;
    const known = spellings.get(first);
    if (known === undefined) spellings.set(first, [spelling]);
    else known.push(spelling);
  }
  return { spellings, words: new Set(all.flatMap(({ words }) => words)) };
}
