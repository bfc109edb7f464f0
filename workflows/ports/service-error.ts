/** Why a service did not do what was asked; adapters translate provider errors into this, once. */
export type ServiceErrorReason =
  /** Worth trying again: a timeout, a cut connection, 5xx. */
  | 'unavailable'
  /** Worth trying again after `retryAfterMs`. */
  | 'throttled'
  | 'notFound'
  | 'forbidden'
  | 'conflict'
  | 'invalid';

/** Whether trying again may help, with nothing else changed. */
export function isTransientReason(reason: ServiceErrorReason): boolean {
  return reason === 'unavailable' || reason === 'throttled';
}

export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly reason: ServiceErrorReason;
  readonly service: string;
  readonly retryAfterMs: number | undefined;

  constructor(input: {
    readonly reason: ServiceErrorReason;
    readonly service: string;
    /** A sentence for the organizer. */
    readonly message: string;
    readonly retryAfterMs?: number;
    readonly cause?: unknown;
  }) {
    super(input.message, { cause: input.cause });
    this.reason = input.reason;
    this.service = input.service;
    this.retryAfterMs = input.retryAfterMs;
  }
}

/** Whether a service refused permanently, so that going on without it is right. */
export function isRefusal(error: unknown): error is ServiceError {
  return error instanceof ServiceError && !isTransientReason(error.reason);
}
