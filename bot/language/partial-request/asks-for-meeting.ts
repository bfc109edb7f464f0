import type { Fact } from '../meaning/sense.ts';
import type { Said } from './free-text.ts';

const isOnlySelf = (fact: Fact): boolean =>
  fact.about === 'attendees' && fact.people.length > 0 && fact.people.every(({ self }) => self === true);

/** Whether words ask for a meeting whatever else they say: somebody's name or a time alone does not. */
export function asksForMeeting(said: readonly Said[]): boolean {
  const about = new Set(
    said.map(({ fact }) => fact).filter((fact) => fact.about !== 'filler' && !isOnlySelf(fact)).map((fact) => fact.about),
  );
  return about.has('attendees') && (about.has('duration') || (about.has('when') && about.has('ask')));
}
