import type { PersonId } from '../domain/people/person.ts';
import type { Instant } from '../domain/time/slot.ts';

export interface NewTask {
  /** Repeating a draft with the same key gives the first task again. */
  readonly idempotencyKey: string;
  readonly title: string;
  readonly assigneeId?: PersonId;
  readonly dueAt?: Instant;
  /** Plain text. */
  readonly description?: string;
}

export interface Task {
  readonly taskId: string;
  readonly title: string;
  readonly assigneeIds: readonly PersonId[];
  readonly dueAt?: Instant;
  readonly percentComplete: number;
  readonly description?: string;
  /** Opaque; sent back with a change, which fails with `conflict` when it is stale. */
  readonly etag: string;
}

/** The plan in which meetings leave their tasks; Graph's Planner. Every method rejects with `ServiceError`. */
export interface Tasks {
  /** In the order of the drafts, created at most once each. */
  create(drafts: readonly NewTask[]): Promise<readonly Task[]>;
  list(input: { readonly assigneeId?: PersonId }): Promise<readonly Task[]>;
  update(input: {
    readonly taskId: string;
    readonly etag?: string;
    readonly title?: string;
    readonly dueAt?: Instant;
    readonly percentComplete?: number;
    readonly assigneeId?: PersonId;
    readonly description?: string;
  }): Promise<Task>;
  /** A task that no longer exists is not an error. */
  remove(taskIds: readonly string[]): Promise<void>;
}
