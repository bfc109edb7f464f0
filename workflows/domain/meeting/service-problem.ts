import type { PersonId } from '../people/person.ts';

/**
 * What could not do its part, as people know it: whose provider it is does not matter. `microsoft365` where nobody knows
 * which part of it was asked, `assent` for what is our own.
 */
export const serviceNames = [
  'calendar',
  'directory',
  'tasks',
  'mail',
  'teams',
  'microsoft365',
  'assent',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Why a service did not do what was asked. */
export const serviceReasons = [
  /** Worth trying again: a timeout, a cut connection, 5xx. */
  'unavailable',
  /** Worth trying again after a while. */
  'throttled',
  'notFound',
  'forbidden',
  /** Changed by somebody else, or begun before and never answered. */
  'conflict',
  'invalid',
  /** Assent's app is not in this person's Teams. */
  'notInstalled',
  /** This person takes no messages from Assent. */
  'blocked',
  /** This installation of Assent does without it. */
  'notSetUp',
] as const;
export type ServiceReason = (typeof serviceReasons)[number];

/** What a service refused, as a meeting keeps it; the provider's own words stay in the log. */
export interface ServiceProblem {
  readonly service: ServiceName;
  readonly reason: ServiceReason;
  /** For whom, where it is not for everybody. */
  readonly people?: readonly PersonId[];
}
