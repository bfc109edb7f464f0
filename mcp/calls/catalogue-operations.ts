import { catalogue } from '../../workflows/contract/catalogue/catalogue.ts';
import type { OperationKey } from '../../workflows/contract/catalogue/catalogue.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { Fields, ServedOperation } from './served-operation.ts';

/** Carries out any operation of the catalogue; the input has passed its schema. */
export type Execute = (key: OperationKey, caller: Caller, input: Fields) => Promise<Result<Fields>>;

/** The catalogue, each operation with what carries it out. */
export function catalogueOperations(execute: Execute): Readonly<Record<OperationKey, ServedOperation>> {
  const served = Object.entries(catalogue).map(([key, operation]) => [
    key,
    {
      operation,
      execute: (caller: Caller, input: Fields) => execute(key as OperationKey, caller, input),
    },
  ]);
  return Object.fromEntries(served) as Record<OperationKey, ServedOperation>;
}
