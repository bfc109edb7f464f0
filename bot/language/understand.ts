import { frameOf } from './frames/frame-of.ts';
import type { Frame } from './frames/frame-of.ts';
import { hear } from './hear.ts';
import type { Heard } from './hear.ts';
import { likelyActs } from './acts-of.ts';
import type { Act, MeetingAct, Pending } from './meaning/act.ts';
import type { UnderstandInput, Understanding } from './meaning/understanding.ts';
import { requestOf } from './partial-request/request-of.ts';
import { leftoverOf } from './partial-request/leftover.ts';
import { asksForMeeting } from './partial-request/asks-for-meeting.ts';
import { tagWords } from './parts/tag-words.ts';
import { wordFeatures } from './parts/word-features.ts';

/**
 * What a sentence means: a wish, questions about what is really open, a change of the pending wish, an act on
 * meetings, talk, or nothing. Throws InvalidInputError for an unreadable `now` or an unknown zone.
 */
export function understand(input: UnderstandInput): Understanding {
  const heard = hear(input);
  const pending: Pending = input.pending === undefined ? (input.standing ?? 'nothing') : 'wish';
  const likely = likelyActs(heard, pending);
  return readAs(likely[0]?.act ?? 'none', input, heard, pending);
}

function readAs(act: Act, input: UnderstandInput, heard: Heard, pending: Pending): Understanding {
  const { text, tokens, said } = heard;
  const tags = tagWords(wordFeatures(text, tokens, said, act));
  switch (act) {
    case 'new':
      return requestOf({ ...input, pending: undefined }, heard, tags);
    case 'change':
      if (input.pending !== undefined) return requestOf(input, heard, tags);
      return pending === 'nothing' && asksForMeeting(said) ? readAs('new', input, heard, pending) : readAs('edit', input, heard, pending);
    case 'help':
    case 'social':
    case 'nevermind':
      return { kind: 'talk', act, leftover: [] };
    case 'none':
      if (asksForMeeting(said)) return requestOf(input, heard, tags);
      return { kind: 'nothing', leftover: leftoverOf(text, tokens, said, tags) };
    case 'choose':
    case 'answer':
    case 'move':
    case 'edit':
    case 'cancel':
    case 'remind':
    case 'confirm':
    case 'list':
    case 'about':
    case 'free':
    case 'room':
    case 'join':
    case 'late':
      return settled(act, frameOf(heard, tags, act, pending), input, heard, pending);
  }
}

/** The act that the parts make of it: a time that it shall become makes a move of an edit. */
function settled(act: MeetingAct, frame: Frame, input: UnderstandInput, heard: Heard, pending: Pending): Understanding {
  const { which, to } = frame;
  const { text, tokens, said } = heard;
  const tags = (as: Act) => tagWords(wordFeatures(text, tokens, said, as));
  const namesNone = which.title === undefined && which.people.length === 0 && which.when.length === 0 && which.order === undefined && which.all !== true;
  if (input.pending !== undefined && namesNone) {
    if (act === 'move' || act === 'edit') return readAs('change', input, heard, pending);
    if (act === 'cancel') return { kind: 'talk', act: 'nevermind', leftover: [] };
  }
  const moves = to.when.length > 0 || to.shiftMinutes !== undefined;
  if (act === 'edit' && moves) return { kind: 'act', act: 'move', ...frame };
  if (act === 'move' && !moves) {
    const edited = frameOf(heard, tags('edit'), 'edit', pending);
    if (changesMore(edited)) return { kind: 'act', act: 'edit', ...edited };
  }
  return { kind: 'act', act, ...frame };
}

const changesMore = ({ to }: Frame): boolean =>
  [to.minutes, to.longerMinutes, to.endAt, to.place, to.room, to.title, to.online].some((value) => value !== undefined) ||
  to.addPeople.length + to.removePeople.length > 0;
