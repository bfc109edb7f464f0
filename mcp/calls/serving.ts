import { withCorrelation } from '../../infra/runtime/correlation.ts';
import { asViewer } from '../../infra/runtime/viewer.ts';
import type { Identity } from '../auth/identity.ts';

/** Runs the work of one request: its log lines carry the correlation id, and it sees what its viewer may see. */
export function serving<Answer>(
  request: { readonly identity: Identity; readonly correlationId: string },
  work: () => Answer,
): Answer {
  return withCorrelation(request.correlationId, () => asViewer(request.identity.viewer, work));
}
