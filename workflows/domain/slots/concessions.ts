import { touches } from './busy-list.ts';
import type { CheckedTimes } from './check-input.ts';
import type { FeasibleStarts } from './feasible-starts.ts';
import { feasibleStarts } from './feasible-starts.ts';
import { rankedCandidates } from './rank.ts';
import type { Concession, Obstacle, SlotSearchInput } from './search-input.ts';
import type { SearchPerson } from './search-person.ts';

const candidatesEach = 3;
const peopleEach = 3;
const hourMinutes = 60;

/**
 * What each single concession would buy; only those that buy something. The reasons of their candidates are those
 * of the search as it was asked, so that they show who gives.
 */
export function concessions(
  input: SlotSearchInput,
  times: CheckedTimes,
  people: readonly SearchPerson[],
  asked: FeasibleStarts,
  obstacles: readonly Obstacle[],
): Concession[] {
  const nearest: SlotSearchInput = { ...input, ranking: 'earliest', maxResults: candidatesEach };
  const found: Concession[] = [];
  for (const person of worthAsking()) {
    add(
      'requiredPerson',
      feasibleStarts(input, times, replaced(person, { ...person, role: 'optional' })),
      person,
    );
  }
  for (const person of people.filter(hasHardWish).slice(0, peopleEach)) {
    add('wish', feasibleStarts(input, times, replaced(person, softened(person))), person);
  }
  add('hour', feasibleStarts(input, times, people, hourMinutes));
  const persons = people.filter(({ attendee }) => attendee.type !== 'resource');
  if (persons.length > 0 && persons.length < people.length)
    add('room', feasibleStarts(input, times, persons));
  if (input.workingHours === 'hard' && people.some(({ hours }) => hours !== undefined)) {
    add('workingHours', feasibleStarts({ ...input, workingHours: 'soft' }, times, people));
  }
  return found;

  function add(give: Concession['give'], feasible: FeasibleStarts, person?: SearchPerson): void {
    const candidates = rankedCandidates(feasible, people, nearest);
    if (candidates.length === 0) return;
    found.push({ give, ...(person === undefined ? {} : { personId: person.attendee.id }), candidates });
  }

  function replaced(person: SearchPerson, by: SearchPerson): SearchPerson[] {
    return people.map((other) => (other === person ? by : other));
  }

  /** Those who alone are busy at the nearest starts, and those whose own rules shut out most. */
  function worthAsking(): Set<SearchPerson> {
    const byRule = obstacles
      .filter(({ constraint }) => constraint === 'workingHours' || constraint === 'wish')
      .map(({ personId }) => people.find(({ attendee }) => attendee.id === personId))
      .filter((person) => person !== undefined)
      .filter(hasOwnRules);
    return new Set([...aloneInTheWay(asked, people, input), ...[...new Set(byRule)].slice(0, peopleEach)]);
  }

  /** Where somebody else keeps the same hours, one person's hours are not what to give up. */
  function hasOwnRules(person: SearchPerson): boolean {
    const isShared = people.some(
      (other) => other !== person && other.role === 'required' && other.hours === person.hours,
    );
    return !isShared || hasHardWish(person);
  }
}

function aloneInTheWay(
  { grid, blocks }: FeasibleStarts,
  people: readonly SearchPerson[],
  input: SlotSearchInput,
): SearchPerson[] {
  const alone = new Set<SearchPerson>();
  for (let index = 0; index < grid.starts.length && alone.size < peopleEach; index++) {
    if (blocks[index] !== 1) continue;
    const start = (grid.starts[index] ?? 0) - input.bufferBeforeMinutes;
    const end = (grid.starts[index] ?? 0) + input.durationMinutes + input.bufferAfterMinutes;
    const person = people.find(
      ({ role, calendar }) => role === 'required' && touches(calendar().blocked, start, end),
    );
    if (person !== undefined) alone.add(person);
  }
  return [...alone];
}

function hasHardWish({ role, wishes }: SearchPerson): boolean {
  return role === 'required' && wishes.some(({ wish }) => wish.strength === 'hard');
}

function softened(person: SearchPerson): SearchPerson {
  const wishes = person.wishes.map(({ wish, starts }) => ({
    starts,
    wish: { ...wish, strength: 'soft' as const },
  }));
  return { ...person, wishes };
}
