import type { Instant } from '../domain/time/slot.ts';

export interface Clock {
  now(): Instant;
}
