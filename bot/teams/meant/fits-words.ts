import type { Person } from '../../../workflows/domain/people/person.ts';
import type { NamedPerson } from '../../language/meaning/sense.ts';

/** Words that name no meeting: "cancel it", "that call", "den Termin". */
const pointing: ReadonlySet<string> = new Set(
  [
    'a all an and appointment appointments call calls event events everybody everyone for in invite it meeting meetings',
    'my of on one our that the them this thing to with',
    'alle am besprechung besprechungen das dem den der die ein eine einen im mein meine meinen mit termin termine treffen',
    'cita citas con del el la las los mi mis reunion reuniones',
    'avec des le les ma mes mon rdv rendez-vous reunion reunions un une',
  ].flatMap((words) => words.split(' ')),
);

/** Words without case and accents, as they are compared. */
function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Shorter words are compared whole: "it" is not in "visit", "art" not in "artists". */
const shortestStem = 4;

function isSameWord(said: string, known: string): boolean {
  if (said === known) return true;
  if (said.length < shortestStem || known.length < shortestStem) return false;
  return known.startsWith(said) || (said.startsWith(known) && said.length - known.length <= 2);
}

/** The words of what a meeting was called that tell it from others. */
export function tellingWords(text: string): readonly string[] {
  return wordsIn(text).filter((word) => !pointing.has(word));
}

/** Whether every word is in one of the texts; "budgets" is in "Q3 budget". */
export function fitsWords(text: string, texts: readonly string[]): boolean {
  const known = texts.flatMap(wordsIn);
  return tellingWords(text).every((said) => known.some((word) => isSameWord(said, word)));
}

/** Whether one of these people is meant by the name: by who they are, and where nobody known bears it, by its words. */
export function isThere({ name, candidates }: NamedPerson, people: readonly Person[]): boolean {
  if (candidates.length > 0) return people.some(({ id }) => candidates.some((one) => one.id === id));
  const words = wordsIn(name);
  return (
    words.length > 0 &&
    people.some(({ displayName, mail }) => {
      const known = wordsIn(`${displayName} ${mail}`);
      return words.every((word) => known.includes(word));
    })
  );
}
