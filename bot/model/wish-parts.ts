import type { Fact } from '../language/meaning/sense.ts';
import type { MeetingRequestDraft } from '../language/meaning/understanding.ts';
import { foldFacts } from '../language/partial-request/fold-facts.ts';
import type { GivenPart } from './given-parts.ts';

/** What a part says of a wish; undefined: nothing. A place is no fact. */
function factOf({ value, role }: GivenPart): Fact | undefined {
  switch (value.kind) {
    case 'time':
      return { about: 'when', when: value.when };
    case 'person': {
      const { people } = value;
      if (role === 'out') return { about: 'without', people };
      return { about: 'attendees', people, type: role === 'optional' ? 'optional' : 'required' };
    }
    case 'length':
      return { about: 'duration', minutes: value.minutes };
    case 'longer':
      return { about: 'longer', minutes: value.minutes };
    case 'end':
      return { about: 'endAt', at: value.at };
    case 'shift':
      return { about: 'shift', direction: value.minutes < 0 ? -1 : 1, minutes: Math.abs(value.minutes) };
    case 'title':
      return { about: 'topic', field: 'title', keep: '', words: value.words };
    case 'online':
      return { about: 'online', online: value.online };
    case 'room': {
      const { room } = value;
      if (room.kind !== 'named') return undefined;
      return { about: 'room', rooms: room.rooms, name: room.name };
    }
    case 'soonest':
      return { about: 'ranking', ranking: 'earliest' };
    case 'asking':
    case 'place':
    case 'option':
    case 'order':
    case 'all':
    case 'reason':
      return undefined;
  }
}

/** Whether a part can be said of a wish. */
export function isOfWish(part: GivenPart): boolean {
  return part.value.kind === 'place' || factOf(part) !== undefined;
}

/** A wish with what the parts say. */
export function withWishParts(draft: MeetingRequestDraft, parts: readonly GivenPart[]): MeetingRequestDraft {
  const said = parts.flatMap((part) => {
    const fact = factOf(part);
    return fact === undefined ? [] : [{ fact, from: 0, to: 0, weak: false }];
  });
  const folded = foldFacts(draft, said, '', []);
  const place = parts.flatMap(({ value }) => (value.kind === 'place' ? [value.words] : [])).at(-1);
  return place === undefined ? folded : { ...folded, place };
}
