import type { CarriedMeeting, StoredCarried } from './meeting-input.ts';

/** From one shape to the next: the first entry upgrades version 1, the second version 2, and so on. */
export type CarriedUpgrades = readonly ((older: StoredCarried) => StoredCarried)[];

/** A change to the shape of `CarriedMeeting`, or of the state in it, adds an upgrade from the shape before. */
const upgrades: CarriedUpgrades = Object.freeze([]);

/** The shape that this code writes. */
export const carriedVersion = 1 + upgrades.length;

/**
 * A carried meeting in the shape of this code. A newer one is an `Error`, which fails the task and not the meeting: it
 * continues once a worker that knows the shape is running.
 */
export function upgradeCarried(stored: StoredCarried, steps: CarriedUpgrades = upgrades): CarriedMeeting {
  const version = stored.version ?? 1;
  const newest = 1 + steps.length;
  if (version > newest) {
    throw new Error(
      `This meeting was carried over by a newer build (shape ${version}; this build knows ${newest}). Make that build, or a newer one, the current one again.`,
    );
  }
  const upgraded = steps.slice(version - 1).reduce((older, upgrade) => upgrade(older), stored);
  // Made by ourselves, so not checked again.
  return { ...upgraded, version: newest } as unknown as CarriedMeeting;
}
