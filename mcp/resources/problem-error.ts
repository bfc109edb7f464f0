import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError } from '@modelcontextprotocol/server';
import type { Problem } from '../../workflows/domain/problems/problem.ts';

/** Reading has no `isError`: what may not be seen is not there, and the rest is a fault with its code. */
export function readFailure(uri: string, problem: Problem): ProtocolError {
  if (problem.code === 'not_found' || problem.code === 'forbidden' || problem.code === 'invalid')
    return new ResourceNotFoundError(uri, problem.message);
  return new ProtocolError(ProtocolErrorCode.InternalError, problem.message, { code: problem.code });
}
