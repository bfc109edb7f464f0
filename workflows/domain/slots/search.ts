import { checkInput } from './check-input.ts';
import { concessions } from './concessions.ts';
import { feasibleStarts } from './feasible-starts.ts';
import { canonicalHash } from './hash.ts';
import { obstacles } from './obstacles.ts';
import { rankedCandidates } from './rank.ts';
import type { SlotSearchInput, SlotSearchResult } from './search-input.ts';
import { searchPeople } from './search-person.ts';

/**
 * All slots that suit, ranked; for none, what would have to give. Exact: every start of the grid is considered.
 * Throws InvalidInputError. The input must not be changed as long as `inputHash` of the result may be read.
 */
export function searchSlots(input: SlotSearchInput): SlotSearchResult {
  const times = checkInput(input);
  const people = searchPeople(input, times);
  const feasible = feasibleStarts(input, times, people);
  const candidates = rankedCandidates(feasible, people, input);
  const inTheWay = candidates.length > 0 ? [] : obstacles(input, times, people);
  const conceded = candidates.length > 0 ? [] : concessions(input, times, people, feasible, inTheWay);
  let hash: string | undefined;
  return {
    get inputHash() {
      hash ??= canonicalHash(input);
      return hash;
    },
    candidates,
    obstacles: inTheWay,
    concessions: conceded,
  };
}
