/** How a meeting that is over has ended; `confirmed`: it took place. */
type Ending = 'confirmed' | 'cancelled' | 'expired' | 'unschedulable';

/** `permissions` */
type PermissionRefusal =
  | { readonly reason: 'noSuchMeeting' }
  | { readonly reason: 'notInvited' }
  | { readonly reason: 'agentCannotAnswer' }
  | { readonly reason: 'onlyOrganizer' };

/** Several rules refuse for these. */
type StateRefusal =
  | { readonly reason: 'over'; readonly ending: Ending }
  | { readonly reason: 'notProposedYet' }
  | { readonly reason: 'nothingAsked' }
  | { readonly reason: 'timePassed' }
  /** A version that the meeting has not reached. */
  | { readonly reason: 'versionUnknown'; readonly seen: number; readonly current: number };

/** `refuse-answer` */
type AnswerRefusal =
  | { readonly reason: 'roundOver'; readonly round: number; readonly current: number }
  | { readonly reason: 'roundUnknown'; readonly round: number }
  | { readonly reason: 'searchingAgain' }
  | { readonly reason: 'slotNotProposed'; readonly slot: string }
  | { readonly reason: 'answerMissing'; readonly slot: string }
  | { readonly reason: 'wrongLength'; readonly minutes: number };

/** `pick-slot` */
type ConfirmRefusal =
  | { readonly reason: 'noTimesFound' }
  | { readonly reason: 'bookingUnderWay' }
  | { readonly reason: 'bookedAlready' }
  | { readonly reason: 'slotNotOffered' }
  | { readonly reason: 'allTimesPassed' }
  | { readonly reason: 'approvalsMissing'; readonly missing: number };

/** `refuse-change` */
type ChangeRefusal =
  | { readonly reason: 'moveInstead' }
  | { readonly reason: 'daysPassed' }
  | { readonly reason: 'organizerStays' }
  | { readonly reason: 'notAnAttendee'; readonly personId: string }
  | { readonly reason: 'addedAndRemoved'; readonly personId: string }
  | { readonly reason: 'nobodyNamed' }
  | { readonly reason: 'nobodyLeft' }
  | { readonly reason: 'tooManyAttendees'; readonly most: number }
  | { readonly reason: 'everybodyAnswered' }
  | { readonly reason: 'cancelledAlready' };

/**
 * Which rule of a meeting refused a command, with the facts that a sentence about it needs in any language; `slot` is a slot's key and
 * `personId` a person's id, as plain texts, because problems lie below people and times.
 */
export type Refusal = PermissionRefusal | StateRefusal | AnswerRefusal | ConfirmRefusal | ChangeRefusal;
