import type { Person } from '../../../workflows/domain/people/person.ts';
import { tokenize } from '../grammar/token.ts';

/** A way to write a name, and everybody who bears it. */
interface Spelling {
  readonly words: readonly string[];
  readonly people: ReadonlyMap<string, Person>;
}

/** Spellings by their first word, and people by address. */
export interface NameIndex {
  readonly spellings: ReadonlyMap<string, ReadonlyMap<string, Spelling>>;
  readonly words: ReadonlySet<string>;
  readonly byMail: ReadonlyMap<string, Person>;
}

/** Short forms that are used for each other's first names. */
const nicknames = new Map(
  Object.entries({
    robert: 'bob rob bobby',
    william: 'bill will billy',
    richard: 'rick dick rich',
    elizabeth: 'liz beth lizzy betty',
    katherine: 'kate kathy katie',
    catherine: 'kate cathy katie',
    michael: 'mike mick',
    thomas: 'tom tommy',
    james: 'jim jimmy',
    joseph: 'joe',
    daniel: 'dan danny',
    david: 'dave',
    christopher: 'chris',
    christine: 'chris chrissy',
    matthew: 'matt',
    anthony: 'tony',
    andrew: 'andy drew',
    steven: 'steve',
    stephen: 'steve',
    alexander: 'alex',
    alexandra: 'alex',
    samuel: 'sam',
    samantha: 'sam',
    benjamin: 'ben',
    nicholas: 'nick',
    patricia: 'pat patty',
    jennifer: 'jen jenny',
    rebecca: 'becky',
    margaret: 'maggie meg',
    edward: 'ed eddie',
    gregory: 'greg',
    jonathan: 'jon',
    timothy: 'tim',
    philip: 'phil',
    susan: 'sue',
  }),
);

/** Without accents: "José" is found as "jose". */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A name's words, in lower case and without accents. */
export function nameWords(text: string): string[] {
  return tokenize(text).map(({ text: word }) => withoutAccents(word));
}

/** First name, last name, both, both turned around, and the first with the last's initial. */
function spellingsOf(person: Person): string[][] {
  const words = nameWords(person.displayName.replace(/\(.*?\)/g, ' ')).filter((word) =>
    /[\p{L}\d]/u.test(word),
  );
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const all = [words, [first]];
  if (words.length > 1) all.push([last], [last, first], [first, last], [first, last.charAt(0)]);
  return all;
}

/** An index of people's names, and one of their nicknames, which count only where nobody bears the name itself. */
export function indexNames(people: readonly Person[]): {
  readonly names: NameIndex;
  readonly nicknames: NameIndex;
} {
  return {
    names: indexOf(people, spellingsOf),
    nicknames: indexOf(people, (person) => {
      const [first = ''] = nameWords(person.displayName);
      return (nicknames.get(first)?.split(' ') ?? []).map((name) => [name]);
    }),
  };
}

function indexOf(people: readonly Person[], spell: (person: Person) => string[][]): NameIndex {
  const spellings = new Map<string, Map<string, { words: readonly string[]; people: Map<string, Person> }>>();
  const words = new Set<string>();
  for (const person of people) {
    for (const spelled of spell(person)) {
      const [first] = spelled;
      if (first === undefined) continue;
      for (const word of spelled) words.add(word);
      const sameStart =
        spellings.get(first) ?? new Map<string, { words: readonly string[]; people: Map<string, Person> }>();
      const key = spelled.join(' ');
      const spelling = sameStart.get(key) ?? { words: spelled, people: new Map<string, Person>() };
      spelling.people.set(person.id, person);
      sameStart.set(key, spelling);
      spellings.set(first, sameStart);
    }
  }
  return { spellings, words, byMail: new Map(people.map((person) => [person.mail.toLowerCase(), person])) };
}

const indexed = new WeakMap<readonly Person[], ReturnType<typeof indexNames>>();

/** The same, kept for as long as the caller keeps the very list: directories are large and seldom new. */
export function indexDirectory(directory: readonly Person[]): ReturnType<typeof indexNames> {
  const known = indexed.get(directory);
  if (known !== undefined) return known;
  const made = indexNames(directory);
  indexed.set(directory, made);
  return made;
}
