import type { Room } from '../../../workflows/domain/people/person.ts';
import { dont, fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestContext } from '../meaning/sense.ts';

const online = (): ReturnType<typeof fact> => fact({ about: 'online', online: true });
const inPerson = (): ReturnType<typeof fact> => fact({ about: 'online', online: false });

const anyRoom = (c: RequestContext): ReturnType<typeof fact> =>
  fact({ about: 'room', rooms: c.rooms, name: 'a room', any: true });

/** A room that nobody knows is asked about. */
const unknownRoom = (name = ''): ReturnType<typeof fact> =>
  fact({ about: 'room', rooms: [], name: `${name} room`.trim() });

/** The room with the most, or the fewest, seats. */
function extreme(rooms: readonly Room[], direction: 1 | -1): ReturnType<typeof fact> {
  const sorted = [...rooms].sort((a, b) => direction * ((a.capacity ?? 0) - (b.capacity ?? 0)));
  return fact({ about: 'room', rooms: sorted.slice(0, 1), name: 'the biggest room' });
}

/** Where: online or not, and in which room. */
export const placeRows: readonly RequestRule[] = [
  row('online|virtual|virtually|remote|remotely|hybrid', online),
  row('on|in|via|over|by|as? a? teams|zoom|skype|video', online),
  row('teams|skype|video|zoom call|meeting|link|chat', online),
  row('with a? teams|video link', online),
  row('in|at|use|book? the? <room> or the? <room>', (_, a, b) =>
    fact({ about: 'room', rooms: [...a.rooms, ...b.rooms], name: `${a.name} or ${b.name}`, any: true }),
  ),
  ...[...dont, 'no'].map((never) =>
    row(`${never} need|book|want|reserve for? a|any? meeting|conference? room`, () =>
      fact({ about: 'filler' }),
    ),
  ),
  row('no meeting|conference? room needed|necessary|required', () => fact({ about: 'filler' })),
  row('in -? person', inPerson),
  row('face to face', inPerson),
  row('keep|make|do|hold|have it|this|that online|virtual|virtually|remote|remotely', online),
  row('keep|make|do|hold|have it|this|that in person|onsite', inPerson),
  row('in the same room', inPerson),
  row('face - to - face', inPerson),
  row('not|no in -? person', online),
  row('from home', online),
  row('f 2 f', inPerson),
  row('on -? site', inPerson),
  row('onsite|offline', inPerson),
  row('not|no online|teams|zoom|remote', inPerson),
  row('at|in the? office', inPerson),
  row('in|at|use|book|room|with :? the? <room>', (_, r) =>
    fact({ about: 'room', rooms: r.rooms, name: r.name }),
  ),
  row('in|at|use|book|with? :? the? <room> room', (_, r) =>
    fact({ about: 'room', rooms: r.rooms, name: r.name }),
  ),
  row('in|use|book|with|and? the? biggest|largest meeting|conference? room', (c) => extreme(c.rooms, -1)),
  row('in|use|book|with|and? the? smallest|smaller meeting|conference? room', (c) => extreme(c.rooms, 1)),
  row('any|some meeting|conference? room', anyRoom),
  row('a? meeting|conference room', anyRoom),
  row('a? meeting|conference? room please|pls|needed|required|too|also|as well?', anyRoom),
  row(', room', anyRoom),
  row('we|i need|want|would like|will need a|any meeting|conference? room', anyRoom),
  row('a room would|will|should be good|nice|great|needed|helpful|perfect|ideal', anyRoom),
  row('in|book|use|at|reserve the|a? <stranger> room', (_, s) => unknownRoom(s.person.name)),
  row('in|book|use|at|reserve the|a? <stranger> <stranger> room', (_, a, b) =>
    unknownRoom(`${a.person.name} ${b.person.name}`),
  ),
  row('in|book|use|at|reserve meeting|conference? room <stranger>', (_, s) => unknownRoom(s.person.name)),
  row('in|book|use|at|reserve meeting|conference? room <number>', (_, n) => unknownRoom(n.digits)),
  row('<room> if free|available|possible|open', (_, r) =>
    fact({ about: 'room', rooms: r.rooms, name: r.name }),
  ),
  row("<room> if it|that is|' s? free|available|possible|open", (_, r) =>
    fact({ about: 'room', rooms: r.rooms, name: r.name }),
  ),
  row('<room>', (_, r) => fact({ about: 'room', rooms: r.rooms, name: r.name })),
  row('in|book|with|need|needs|and|plus? a|any meeting|conference? room', anyRoom),
  row(',|;|.|- room for|with <number> people|persons?', (c, n) =>
    fact({ about: 'room', rooms: c.rooms, name: 'a room', any: true, capacity: n.value }),
  ),
  row(
    'in|book|with|need|needs|and? a|any meeting|conference? room for|with|that? fits|seats|holds|space|seating? for? <number> people|persons|seats?',
    (c, n) => fact({ about: 'room', rooms: c.rooms, name: 'a room', any: true, capacity: n.value }),
  ),
];
