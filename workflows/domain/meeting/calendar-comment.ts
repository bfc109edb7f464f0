import type { Outcome } from './outcome.ts';

/** What is said with an event that is taken out of the calendars: why, or how its meeting ended. */
export type CalendarComment =
  | { readonly kind: 'moved' }
  | { readonly kind: 'otherTimeChosen' }
  | { readonly kind: 'staysBooked' }
  | Outcome;
