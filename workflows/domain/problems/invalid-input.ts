export type InvalidInputReason =
  | 'notANumber'
  | 'outOfRange'
  | 'malformed'
  | 'endBeforeStart'
  | 'unknownTimeZone'
  | 'noAttendees'
  | 'noWindows'
  | 'windowTooLong'
  | 'tooMany'
  | 'duplicate'
  | 'unknownPerson';

/** Input that no rule can be applied to. `path` names the field, dotted, as in `attendees.2.workingHours.timeZone`. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  readonly reason: InvalidInputReason;
  readonly path: string;

  constructor(reason: InvalidInputReason, path: string, message: string, options?: ErrorOptions) {
    super(`${path}: ${message}`, options);
    this.reason = reason;
    this.path = path;
  }
}
