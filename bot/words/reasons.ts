import type { PersonReason } from '../../workflows/domain/slots/candidate.ts';
import type { Concession, Obstacle } from '../../workflows/domain/slots/search-input.ts';
import type { Words } from './words.ts';

/** Why a slot suits somebody, or not, in a word or two; a wish in its own words. */
export function reasonText({ reason, text }: PersonReason, { facts }: Words): string {
  const isWish = reason === 'againstWish' || reason === 'againstHardWish';
  return isWish && text !== undefined ? facts.saidWish(text) : facts.reasons[reason];
}

/** An obstacle, for `name` where it is a person. */
export function obstacleText({ constraint }: Obstacle, name: string | undefined, { facts }: Words): string {
  return facts.obstacles[constraint](name);
}

/** What giving up one thing would buy. */
export function concessionText({ give }: Concession, name: string | undefined, { facts }: Words): string {
  return facts.concessions[give](name);
}
