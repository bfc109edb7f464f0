import type { Heard } from '../hear.ts';
import { optionIn, orderIn } from '../lexicon/positions.ts';
import { quote } from '../lexicon/names.ts';
import { secondsOf } from '../dates/units.ts';
import { isEarlier } from './directions.ts';
import type { Part, PartValue } from './part.ts';
import type { Tag } from './tag.ts';
import { saysEvery } from './whole-parts.ts';
import { isLearnedWord, isTitleWord, mayBeInTitle } from './tag-words.ts';
import { runsOfTags } from './tag-runs.ts';
import type { TagRun } from './tag-runs.ts';

/** Parts that words make which the chart left to others: titles, places, reasons, options. */
export function taggedParts(heard: Heard, tags: readonly Tag[], taken: readonly Part[]): Part[] {
  const isTaken = (at: number): boolean => taken.some(({ from, to }) => from <= at && at < to);
  return runsOfTags(heard.tokens, tags)
    .flatMap((run) => freeStretches(run, isTaken))
    .flatMap((run) => {
      const value = valueOf(run, heard);
      return value === undefined ? [] : [{ from: run.from, to: run.to, ...value }];
    });
}

/** Of a run the stretches that no other part has; a reason keeps its days and names. */
function freeStretches(run: TagRun, isTaken: (at: number) => boolean): TagRun[] {
  if (run.tag === 'reason' || run.tag === 'note') return [run];
  const stretches: TagRun[] = [];
  for (let from = run.from; from < run.to;) {
    let to = from;
    while (to < run.to && !isTaken(to)) to += 1;
    if (to > from) stretches.push({ ...run, from, to });
    from = to + 1;
  }
  return stretches;
}

function valueOf({ tag, from, to }: TagRun, heard: Heard): PartValue | undefined {
  const { text, tokens } = heard;
  const words = tokens.slice(from, to).map(({ text: word }) => word);
  const quoted = quote(text, tokens, from, to);
  switch (tag) {
    case 'title': {
      const order = orderIn(words);
      const isOrder = words.every(
        (word, place) =>
          generic.test(word) ||
          orderIn(words.slice(place, place + 2)) !== undefined ||
          /^(?:st|nd|rd|th|er|e)$/.test(word),
      );
      if (order !== undefined && isOrder) return { kind: 'order', order };
      const name = bareTitle(text, heard, from, to);
      return name === undefined ? undefined : { kind: 'title', words: name };
    }
    case 'place':
      return { kind: 'place', words: quoted };
    case 'room':
      return roomOf(words, quoted);
    case 'people':
      return stranger(words, quoted, heard, from, to);
    case 'option': {
      const option = optionIn(words);
      return option === undefined ? undefined : { kind: 'option', option };
    }
    case 'order': {
      const order = orderIn(words);
      return order === undefined ? undefined : { kind: 'order', order };
    }
    case 'all':
      return words.some(saysEvery) ? { kind: 'all' } : undefined;
    case 'reason':
    case 'note':
      return { kind: 'reason', words: quoted };
    case 'shift':
      return shiftOf(heard, from, to);
    case 'online':
      return { kind: 'online', online: !inPerson.test(quoted) };
    case 'length':
    case 'end':
    case 'when':
    case 'none':
      return undefined;
  }
}

const inPerson = /person|presen|physical|face|onsite|site|vor ort|persönlich/i;

/** What stands beside a meeting's name and names nothing itself. */
export const generic =
  /^(?:a|an|the|any|some|rooms?|raum|räume|salles?|salas?|name|title|titel|nombre|título|nom|titre|open|upcoming|current|scheduled|planned|pending|offene[nrs]?|geplante[nrs]?|other|another|no|my|our|your|his|her|their|new|nueva|nuevo|nouve\p{L}+|neue[rns]?|this|that|these|those|it|one|all|of|for|with|about|on|in|at|to|from|and|new|meetings?|appointments?|appts?|events?|calls?|invites?|invitations?|entry|entries|entrada|entrée|eintrag|calendars?|session|thing|s|der|die|das|dem|den|des|dies\p{L}*|mein\p{L}*|unser\p{L}*|ein\p{L}*|zu[rm]?|termine?s?|treffens?|besprechung\p{L}*|meetings?|verabredung|veranstaltung|ereignis|eintrag|le|la|les|l|ce|cet|cette|ces|est[ea]s?|es[ea]s?|un|une|mon|ma|mes|notre|du|de|d|des|au|aux|à|réunions?|reunions?|rendez|vous|rdv|événements?|évènements?|el|los|las|mi|mis|nuestr\p{L}*|del|al|una?|reuni[oó]n(?:es)?|citas?|eventos?|encuentro)$/u;

/** A verb of commands: at a sentence's beginning every word that is no name by itself. */
const isVerb = (at: number, word: string): boolean =>
  !mayBeInTitle(word) || (at === 0 && isLearnedWord(word) && !isTitleWord(word));

/** The words of a meeting's name, without article and kind at the edges; undefined where nothing else is left. */
function bareTitle(text: string, { tokens }: Heard, from: number, to: number): string | undefined {
  const isBare = (at: number): boolean => {
    const word = tokens[at]?.text ?? '';
    return generic.test(word) || !/[\p{L}\d]/u.test(word);
  };
  let [first, end] = [from, to];
  while (first < end && (isBare(first) || (first < end - 1 && isVerb(first, tokens[first]?.text ?? ''))))
    first += 1;
  while (
    end > first &&
    (isBare(end - 1) || /^(?:forward|back|up|ahead|off|ab|vor|auf)$/.test(tokens[end - 1]?.text ?? ''))
  )
    end -= 1;
  const isKind =
    end - first === 1 &&
    /^(?:sync|chat|talk|call|catchup|gespräch|anruf|appel|charla|llamada)$/.test(tokens[first]?.text ?? '');
  return end > first && !isKind ? quote(text, tokens, first, end) : undefined;
}

function roomOf(words: readonly string[], quoted: string): PartValue {
  const named = words.filter(
    (word) =>
      !/^(?:a|an|any|the|some|free|empty|available|rooms?|meeting|conference|raum|räume|besprechungsraum|zimmer|ein\p{L}*|salles?|une|de|la|sala|salas|una|which|welche\p{L}*|for|für|pour|para|people|personen|personnes|personas|\d+)$/u.test(
        word,
      ),
  );
  const capacity = words.map(Number).find((count) => Number.isInteger(count) && count > 0);
  return {
    kind: 'room',
    room: named.length === 0 ? { kind: 'any', capacity } : { kind: 'named', name: quoted, rooms: [] },
  };
}

/** Words that stand for people whom nobody knows by name: "the supplier". */
function stranger(
  words: readonly string[],
  quoted: string,
  { chart }: Heard,
  from: number,
  to: number,
): PartValue | undefined {
  const isNameless = chart
    .slice(from, to)
    .every((here) => here.every(({ sense }) => sense.kind !== 'stranger' && sense.kind !== 'person'));
  if (isNameless) return undefined;
  if (words.every((word) => standsForOthers.test(word))) return undefined;
  return { kind: 'person', people: [{ name: quoted.replace(/^(?:the|my|our)\s+/i, ''), candidates: [] }] };
}

const standsForOthers =
  /^(?:everyone|everybody|all|anyone|anybody|them|they|him|her|he|she|us|we|me|i|you|who|people|folks|others?|the|rest|team|whole|group|guys|attendees|participants|guests|those|alle[ns]?|jede[rn]?|sie|ihn|ihm|ihr|uns|leute\p{L}*|teilnehmer\p{L}*|ganze\p{L}*|das|den|dem|die|der|tous|tout|toutes|le|la|les|monde|gens|eux|lui|elle|ils|participants|équipe|l|todos|todas|gente|ellos|el|los|equipo|asistentes|hasn|haven|t|not|have|has|who|and|of|in|from|any|ones|one|s)$/u;

/** "a bit later" without an amount. */
const aBitMinutes = 30;

/** How much later; words without an amount are half an hour. */
function shiftOf({ tokens, chart }: Heard, from: number, to: number): PartValue | undefined {
  const around = tokens.slice(Math.max(0, from - 1), to + 1);
  const sign = [...around, ...tokens].some(({ text }) => isEarlier(text)) ? -1 : 1;
  for (let at = from; at < to; at += 1) {
    const amounts = (chart[at] ?? []).flatMap(({ to: end, sense }) =>
      sense.kind === 'duration' && end <= to + 1 ? [{ end, sense }] : [],
    );
    const longest = amounts.sort((a, b) => b.end - a.end)[0];
    if (longest === undefined) continue;
    const minutes = Math.round(secondsOf(longest.sense) / 60);
    return { kind: 'shift', minutes: sign * minutes };
  }
  return /bit|little|slightly|etwas|bisschen|peu|poco|poquito/.test(around.map(({ text }) => text).join(' '))
    ? { kind: 'shift', minutes: sign * aBitMinutes }
    : undefined;
}
