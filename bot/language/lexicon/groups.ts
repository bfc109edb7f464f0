import type { KnownGroup } from '../../../workflows/domain/people/known-people.ts';
import { isSameWord, plainLetters } from '../../../workflows/domain/people/letters.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { nameWords } from '../../../workflows/domain/people/spellings.ts';
import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';
import { endOfName } from './name-at.ts';

/** Words that call several people together. */
export const groupNoun =
  /^(?:team|teams|group|groups|list|department|dept|crew|squad|gruppe|abteilung|verteiler|équipe|equipe|groupe|service|equipo|grupo|departamento)$/u;
const article =
  /^(?:the|our|my|whole|entire|das|die|der|dem|unser|unsere|unserem|ganze|l|le|la|notre|el|nuestro)$/u;
const everybody = /^(?:everyone|everybody|all|alle|tous|todos)$/u;
const of = /^(?:in|from|of|at|aus|von|im|de|du|del)$/u;
/** Before the name of a group that has no "team" beside it. */
const invites = /^(?:with|w|and|plus|invite|include|add|ask|for|,|&|\+|mit|und|avec|et|con|y)$/u;

/** The members as people, without the one who speaks; a group of too many is asked about. */
export function groupSense(group: KnownGroup, name: string, sender: Person): RequestSense {
  if (group.members === undefined)
    return { kind: 'person', person: { name: group.displayName, candidates: [], trouble: 'largeGroup' } };
  const members = group.members.filter(({ id }) => id !== sender.id);
  if (members.length === 0)
    return { kind: 'person', person: { name, candidates: [], trouble: 'emptyGroup' } };
  return {
    kind: 'people',
    people: members.map((person) => ({ name: person.displayName, candidates: [person] })),
    strangers: 'none',
  };
}

/** The first token after "everyone in the", and whether something of that was there. */
function opening(tokens: readonly Token[], at: number): { readonly next: number; readonly said: boolean } {
  const text = (index: number): string => tokens[index]?.text ?? '';
  let next = at;
  if (everybody.test(text(next)) && of.test(text(next + 1))) next += 2;
  const said = next > at;
  while (article.test(text(next)) || (text(next) === "'" && next > at)) next += 1;
  // "l'équipe produit", "el equipo de ventas": the noun comes first.
  if (groupNoun.test(text(next)) && next > at && !/^[,.;:]$/.test(text(next + 1))) {
    const after = of.test(text(next + 1)) ? next + 2 : next + 1;
    return { next: after, said: true };
  }
  return { next, said };
}

/** The token after some words of a group's own name that stand before "team". */
function endOfPart(tokens: readonly Token[], at: number, words: readonly string[]): number | undefined {
  let next = at;
  while (words.some((word) => isSameWord(word, tokens[next]?.text ?? ''))) next += 1;
  return next > at && groupNoun.test(tokens[next]?.text ?? '') ? next : undefined;
}

/** Reads groups of the directory: "the engineering team", "everyone in Sales", and by name alone after "with". */
export function groupLexer(
  groups: readonly KnownGroup[],
  sender: Person,
): Lexer<RequestSense, RequestContext> {
  const named = groups.map((group) => ({ group, words: nameWords(group.displayName).map(plainLetters) }));
  return (tokens, at) => {
    if (named.length === 0) return [];
    const { next, said } = opening(tokens, at);
    return named.flatMap(({ group, words }) => {
      const end =
        endOfName(tokens, next, words) ?? (group.isOwn === true ? endOfPart(tokens, next, words) : undefined);
      if (end === undefined || words.length === 0) return [];
      const hasNoun = groupNoun.test(tokens[end]?.text ?? '');
      const isInvited = said || hasNoun || invites.test(tokens[at - 1]?.text ?? '');
      return isInvited
        ? [{ to: hasNoun ? end + 1 : end, sense: groupSense(group, group.displayName, sender) }]
        : [];
    });
  };
}
