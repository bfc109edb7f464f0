import type { Log } from '../../infra/runtime/log.ts';

/**
 * One line of the audit trail: who, for whom, through which client, what, and how it ended. Never the content.
 * Undefined fields are left out.
 */
interface AuditRecord {
  readonly clientId: string;
  /** The person on whose behalf it was done. */
  readonly personId: string | undefined;
  readonly kind: 'person' | 'agent' | 'guest' | undefined;
  readonly surface: string | undefined;
  readonly operation: string;
  readonly meetingId: string | undefined;
  readonly outcome: string;
  readonly durationMs: number;
  readonly correlationId: string;
}

export type Audit = (record: AuditRecord) => void;

/** Audit records as log lines marked `audit`, where the log's keeper can route them. */
export function auditTo(log: Log): Audit {
  const trail = log.child({ audit: true });
  return (record) => {
    trail.info(record, 'call');
  };
}
