import type { Heard } from '../hear.ts';
import type { MeetingAct } from '../meaning/act.ts';
import { orderIn } from '../lexicon/positions.ts';
import type { Part } from './part.ts';
import { kindsOf } from './word-features.ts';

const every =
  /^(?:all|everything|every|both|alle[ns]?|alles|sämtliche[nrs]?|jede[ns]?|beide|tous|toutes|tout|chaque|todos|todas|todo|ambos|ambas|cada)$/;
/** Whether the word means every one. */
export const saysEvery = (word: string): boolean => every.test(word);

const nothing = /^(?:no|any|keine?|aucune?|ningún|ninguna)$/;
const meetings =
  /^(?:meetings|events|appointments|calls|entries|things|invites|termine|treffen|besprechungen|meetings|réunions|reunions|rendez|événements|évènements|reuniones|citas|eventos)$/;
const plural =
  /^(?:meetings|events|appointments|calls|entries|termine|besprechungen|réunions|événements|évènements|reuniones|citas|eventos)$/;
const calendar = /^(?:calendar|schedule|agenda|diary|kalender|calendrier|calendario|agenda)$/;
const partOf = /^(?:from|off|on|of|in|to|into|at|out|aus|im|vom|von|de|du|del|sur|dans|en|el)$/;
const owner = /^(?:the|my|our|mein\p{L}*|den|dem|mon|le|mi|el|l|')$/u;
const several: ReadonlySet<MeetingAct> = new Set(['cancel', 'move', 'edit', 'list', 'remind', 'confirm']);

/** Whether the word is a meeting in general. */
export const saysMeeting = (word: string): boolean => meeting.test(word);

/** "my next meeting", "what's next": a place in the row of meetings. */
export function orderParts({ tokens, said }: Heard, act: MeetingAct, parts: readonly Part[]): Part[] {
  if (!inARow.has(act) || parts.some(({ kind }) => kind === 'order')) return [];
  const kinds = kindsOf(tokens, said);
  return tokens
    .flatMap(({ text }, at): Part[] => {
      const order = orderIn([text]);
      if (order === undefined || parts.some(({ from, to }) => from <= at && at < to)) return [];
      const isBeforeKind = [1, 2].some(
        (ahead) => kinds[at + ahead] === 'kind' || meeting.test(tokens[at + ahead]?.text ?? ''),
      );
      const isLast = tokens
        .slice(at + 1)
        .every(({ text: word }) => !/\p{L}{3,}/u.test(word) || calendar.test(word) || owner.test(word));
      return isBeforeKind || isLast ? [{ kind: 'order', order, from: at, to: at + 1 }] : [];
    })
    .slice(0, 1);
}

const inARow: ReadonlySet<MeetingAct> = new Set([
  'list',
  'about',
  'cancel',
  'move',
  'edit',
  'join',
  'late',
  'remind',
]);
const meeting =
  /^(?:meetings?|events?|appointments?|calls?|things?|one|termine?|treffen|besprechung\p{L}*|réunions?|rendez|événements?|rdv|reuni\p{L}+|citas?|eventos?)$/u;

/** "cancel all my meetings", "clear my calendar": every meeting that fits is meant. */
export function wholeParts({ tokens, said }: Heard, act: MeetingAct, parts: readonly Part[]): Part[] {
  if (!several.has(act)) return [];
  const isNamed = (at: number): boolean =>
    parts.some(({ kind, from, to }) => (kind === 'title' || kind === 'reason') && from <= at && at < to);
  return tokens.flatMap(({ text }, at): Part[] => {
    if (isNamed(at)) return [];
    const next = tokens[at + 1]?.text ?? '';
    if (every.test(text) && said.some(({ fact, from }) => from === at + 1 && fact.about === 'when'))
      return [];
    if (every.test(text) && !/^(?:day|the|of|tag|die|-)$/.test(next))
      return [{ kind: 'all', from: at, to: at + 1 }];
    if (every.test(text) && tokens.slice(at + 1, at + 6).some((word) => meetings.test(word.text)))
      return [{ kind: 'all', from: at, to: at + 1 }];
    if (act !== 'cancel') return [];
    if (plural.test(text)) return [{ kind: 'all', from: at, to: at + 1 }];
    if (nothing.test(text) && meetings.test(next)) return [{ kind: 'all', from: at, to: at + 2 }];
    let before = at - 1;
    while (owner.test(tokens[before]?.text ?? '')) before -= 1;
    const isObject =
      calendar.test(text) &&
      !meeting.test(next) &&
      !partOf.test(tokens[before]?.text ?? '') &&
      !parts.some(({ kind }) => kind === 'title');
    return isObject ? [{ kind: 'all', from: at, to: at + 1 }] : [];
  });
}

const counted: ReadonlySet<MeetingAct> = new Set(['cancel', 'move', 'list', 'confirm', 'about', 'answer']);
const everybody = /^(?:all|everyone|everybody|both|alle[ns]?|jeder|beide|tous|toutes|tout|todos|todas|todo)$/;

/** Words for everybody beside meetings count these: "alle Termine" invites nobody. */
export const countsMeetings = ({ tokens }: Heard, part: Part, act: MeetingAct): boolean =>
  part.kind === 'person' &&
  counted.has(act) &&
  part.to - part.from <= 2 &&
  tokens.slice(part.from, part.to).every(({ text }) => everybody.test(text));
