import { personId } from '../../../../workflows/domain/people/person.ts';
import type { Person, Room } from '../../../../workflows/domain/people/person.ts';
import type { UnderstandInput } from '../../../../bot/language/meaning/understanding.ts';

const person = (displayName: string, timeZone?: string): Person => ({
  id: personId(`id-${displayName.toLowerCase().replaceAll(' ', '-')}`),
  displayName,
  mail: `${displayName.toLowerCase().replaceAll(' ', '.')}@contoso.com`,
  timeZone,
});

const room = (displayName: string, capacity: number): Room => ({
  id: personId(`room-${displayName.toLowerCase().replaceAll(' ', '-')}`),
  displayName,
  mail: `${displayName.toLowerCase().replaceAll(' ', '-')}@contoso.com`,
  capacity,
});

const sender = person('Sam Sender', 'Europe/Berlin');
const bob = person('Bob Miller', 'America/New_York');
const dan = person('Dan Weber', 'Europe/Berlin');

const directory: readonly Person[] = [
  sender,
  bob,
  dan,
  person('Carol Chen', 'Asia/Tokyo'),
  person('Alice Berger', 'Europe/Berlin'),
  person('Alice Novak', 'Europe/London'),
  person('Erin Kelly', 'Europe/Dublin'),
  person('Frank Ito'),
  person('Grace Okafor'),
  person('Heidi Klein'),
];

/**
 * What the labelled sentences are understood against: Wednesday 18 November 2026, 10:00 in Berlin; Sam speaks,
 * Bob and Dan are in the conversation.
 */
export function inputOf(text: string): UnderstandInput {
  return {
    text,
    now: '2026-11-18T09:00:00.000Z',
    timeZone: 'Europe/Berlin',
    sender,
    directory,
    rooms: [room('Blue Room', 6), room('Aurora', 6), room('Boardroom', 20)],
    members: [bob, dan],
    mentions: [],
  };
}
