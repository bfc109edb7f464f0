import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';

const online = (): ReturnType<typeof fact> => fact({ about: 'online', online: true });
const inPerson = (): ReturnType<typeof fact> => fact({ about: 'online', online: false });

/** Where: online or not, and in which room. */
export const placeRows: readonly RequestRule[] = [
  row('online|virtual|virtually|remote|remotely', online),
  row('on|in|via|over|by|as? a? teams|zoom|skype|video', online),
  row('teams|skype|video|zoom call|meeting|link|chat', online),
  row('with a? teams|video link', online),
  row('in -? person', inPerson),
  row('face to face', inPerson),
  row('f 2 f', inPerson),
  row('on -? site', inPerson),
  row('onsite|offline', inPerson),
  row('not|no online|teams|zoom|remote', inPerson),
  row('at|in the? office', inPerson),
  row('in|at|use|book|room|with :? the? <room>', (_, r) =>
    fact({ about: 'room', rooms: r.rooms, name: r.name }),
  ),
  row('<room>', (_, r) => fact({ about: 'room', rooms: r.rooms, name: r.name })),
  row('in|book|with|need|needs|and|plus? a|any meeting|conference? room', (c) =>
    fact({ about: 'room', rooms: c.rooms, name: 'a room', any: true }),
  ),
  row('a|any meeting|conference? room for <number> people?', (c, n) =>
    fact({ about: 'room', rooms: c.rooms, name: 'a room', any: true, capacity: n.value }),
  ),
];
