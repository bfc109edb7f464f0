import type { Person, Room } from '../../people/person.ts';
import { guestId } from '../../people/person.ts';
import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import { tokenize } from '../grammar/token.ts';
import type { UnderstandInput } from '../understanding.ts';
import type { RequestContext, RequestSense } from './sense.ts';

type NameLexer = Lexer<RequestSense, RequestContext>;

interface Spelling {
  readonly words: readonly string[];
  readonly people: Map<string, Person>;
}

/** Names by their first word. */
type Spellings = Map<string, Map<string, Spelling>>;

function addSpelling(spellings: Spellings, words: readonly string[], person: Person): void {
  const [first] = words;
  if (first === undefined) return;
  const sameStart = spellings.get(first) ?? new Map<string, Spelling>();
  const key = words.join(' ');
  const spelling = sameStart.get(key) ?? { words, people: new Map<string, Person>() };
  spelling.people.set(person.id, person);
  sameStart.set(key, spelling);
  spellings.set(first, sameStart);
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ text: word }) => word);

/** First name, last name, both, both turned around, and the first with the last's initial. */
function spellingsOf(person: Person): string[][] {
  const words = wordsOf(person.displayName.replace(/\(.*?\)/g, ' ')).filter((word) =>
    /[\p{L}\d]/u.test(word),
  );
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const all = [words, [first]];
  if (words.length > 1) all.push([last], [last, first], [first, last], [first, last.charAt(0)]);
  return all;
}

/** Reads names, and tells which words are part of some name. */
interface NameReader {
  readonly read: NameLexer;
  readonly knows: (word: string) => boolean;
}

/** Reads people's names, mentions and addresses. The sender's name is the sender. */
export function nameLexer(input: UnderstandInput): NameReader {
  const spellings: Spellings = new Map();
  const everybody = [
    ...input.members,
    ...input.directory,
    ...input.mentions.map(({ person }) => person),
    input.sender,
  ];
  const byMail = new Map<string, Person>();
  for (const person of everybody) {
    for (const words of spellingsOf(person)) addSpelling(spellings, words, person);
    byMail.set(person.mail.toLowerCase(), person);
  }
  const mentions = input.mentions.map(({ text, person }) => ({ words: wordsOf(text), person }));
  const words = new Set(
    [...spellings.values()].flatMap((same) => [...same.values()].flatMap((spelling) => spelling.words)),
  );
  const read: NameLexer = (tokens, at, context) => {
    const found: { to: number; sense: RequestSense }[] = [];
    const add = (to: number, candidates: readonly Person[]): void => {
      const name = quote(context.text, tokens, at, to);
      const self = candidates.length === 1 && candidates[0]?.id === input.sender.id;
      found.push({ to, sense: { kind: 'person', person: { name, candidates, ...(self ? { self } : {}) } } });
    };
    for (const { words, person } of mentions) {
      if (words.length > 0 && matches(tokens, at, words)) add(at + words.length, [person]);
    }
    const address = addressAt(context.text, tokens, at);
    if (address !== undefined) {
      const known = byMail.get(address.mail);
      add(address.to, [
        known ?? { id: guestId(address.mail), displayName: address.mail, mail: address.mail },
      ]);
      return found;
    }
    const word = tokens[at]?.text ?? '';
    const start = word === '@' ? at + 1 : at;
    for (const { words, people } of spellings.get(tokens[start]?.text ?? '')?.values() ?? []) {
      if (matches(tokens, start, words)) add(start + words.length, [...people.values()]);
    }
    return found.sort((a, b) => b.to - a.to);
  };
  return { read, knows: (word) => words.has(word) };
}

function matches(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => tokens[at + index]?.text === word);
}

export function quote(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

const address = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/uy;

/** The first mail address in a text, in lower case. */
export function findAddress(text: string): string | undefined {
  return /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/u.exec(text)?.[0].toLowerCase();
}

function addressAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): { to: number; mail: string } | undefined {
  const start = tokens[at]?.start ?? 0;
  address.lastIndex = start;
  const match = address.exec(text);
  if (match === null) return undefined;
  const end = start + match[0].length;
  let to = at + 1;
  while ((tokens[to]?.start ?? end) < end) to += 1;
  return { to, mail: match[0].toLowerCase() };
}

/** Reads rooms' names, with or without "room". */
export function roomLexer(rooms: readonly Room[]): NameLexer {
  const byWords = rooms.flatMap((room) => {
    const words = wordsOf(room.displayName);
    const short = words.filter((word) => !/^(room|conference|meeting|the)$/.test(word));
    return short.length === 0 || short.join(' ') === words.join(' ')
      ? [{ words, room }]
      : [
          { words, room },
          { words: short, room },
        ];
  });
  return (tokens, at, context) => {
    const byEnd = new Map<number, Room[]>();
    for (const { words, room } of byWords) {
      if (!matches(tokens, at, words)) continue;
      const to = at + words.length;
      byEnd.set(to, [...(byEnd.get(to) ?? []), room]);
    }
    return [...byEnd].map(([to, found]) => ({
      to,
      sense: { kind: 'room' as const, rooms: found, name: quote(context.text, tokens, at, to) },
    }));
  };
}

/** Reads words that nobody knows as names of people whom nobody knows. */
export function strangerLexer(isVocabulary: (word: string) => boolean): NameLexer {
  return (tokens, at, context) => {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (first === undefined || !/^\p{L}{2,}$/u.test(first.text) || isVocabulary(first.text)) return [];
    const upper = isUpper(context.text, first);
    const stranger = (to: number): { to: number; sense: RequestSense } => ({
      to,
      sense: {
        kind: 'stranger',
        lower: !upper,
        person: { name: quote(context.text, tokens, at, to), candidates: [] },
      },
    });
    const twoWords =
      upper &&
      second !== undefined &&
      second.spaced &&
      isUpper(context.text, second) &&
      !isVocabulary(second.text);
    return twoWords ? [stranger(at + 2), stranger(at + 1)] : [stranger(at + 1)];
  };
}

/** An initial capital; words in capitals throughout are abbreviations. */
function isUpper(text: string, token: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text.slice(token.start, token.end));
}
