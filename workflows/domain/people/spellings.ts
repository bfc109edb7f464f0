import { plainLetters } from './letters.ts';

/** Short forms that are used for each other's first names. */
const shortForms = new Map(
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
  }).map(([name, short]) => [name, short.split(' ')] as const),
);

/** The words of a name or of what may be one, as they are written; apostrophes, hyphens and dots part them. */
export function nameWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
}

/**
 * The ways to write a name, as words: whole, first, last, first and last, both turned around, and the first with the
 * last's initial. A name of the directory may be turned around already ("Keller, Bob"), and have a remark in brackets.
 */
export function spellingsOf(displayName: string): readonly (readonly string[])[] {
  const bare = displayName.replace(/\(.*?\)/g, ' ');
  const [family = '', given] = bare.split(',');
  const parts = (given === undefined ? bare : `${given} ${family}`)
    .split(/\s+/)
    .map(nameWords)
    .filter(({ length }) => length > 0);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  const words = parts.flat();
  if (parts.length === 1) return [words];
  const initial = last[0]?.charAt(0) ?? '';
  return [words, first, last, [...last, ...first], [...first, ...last], [...first, initial]];
}

/** Short forms of somebody's first name. */
export function nicknamesOf(displayName: string): readonly string[] {
  const [[first = ''] = []] = spellingsOf(displayName);
  return shortForms.get(plainLetters(first)) ?? [];
}

/** The first names that a word may be short for. */
export function longForms(word: string): readonly string[] {
  const short = plainLetters(word);
  return [...shortForms].filter(([, forms]) => forms.includes(short)).map(([name]) => name);
}
