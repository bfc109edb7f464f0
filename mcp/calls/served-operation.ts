import type { Operation } from '../../workflows/contract/catalogue/operation.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** An operation of the catalogue with what carries it out; `input` has passed the operation's schema. */
export interface ServedOperation {
  readonly operation: Operation;
  /** Only faults of the services reject. */
  execute(caller: Caller, input: Fields): Promise<Result<Fields>>;
}
