import type { ServiceName, ServiceProblem, ServiceReason } from '../domain/meeting/service-problem.ts';

/** Whether trying again may help, with nothing else changed. */
export function isTransientReason(reason: ServiceReason): boolean {
  return reason === 'unavailable' || reason === 'throttled';
}

/** A service did not do what was asked; adapters translate provider errors into this, once. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly reason: ServiceReason;
  readonly service: ServiceName;
  readonly retryAfterMs: number | undefined;

  constructor(input: {
    readonly reason: ServiceReason;
    readonly service: ServiceName;
    /** A sentence in English, perhaps the provider's, for the log and the caller; never stored in a meeting. */
    readonly message: string;
    readonly retryAfterMs?: number;
    readonly cause?: unknown;
  }) {
    super(input.message, { cause: input.cause });
    this.reason = input.reason;
    this.service = input.service;
    this.retryAfterMs = input.retryAfterMs;
  }

  /** What a meeting keeps of it. */
  get problem(): ServiceProblem {
    return { service: this.service, reason: this.reason };
  }
}

/** Whether a service refused permanently, so that going on without it is right. */
export function isRefusal(error: unknown): error is ServiceError {
  return error instanceof ServiceError && !isTransientReason(error.reason);
}
