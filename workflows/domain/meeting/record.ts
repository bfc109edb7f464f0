import type { Instant } from '../time/slot.ts';
import type { Given } from './caller.ts';
import { personOf } from './role.ts';
import type { MeetingState } from './state.ts';
import type { AuditEntry, AuditFact } from './audit-entry.ts';
import type { Warning } from './warning.ts';
import { isSameWarning } from './warning.ts';

/** Who did it, as recorded in the audit trail. */
function actor({
  caller,
  seenVersion,
}: Given): Pick<AuditEntry, 'personId' | 'agent' | 'surface' | 'seenVersion'> {
  const agent = caller.kind === 'agent' ? caller.clientId : undefined;
  return { personId: personOf(caller), agent, surface: caller.surface, seenVersion };
}

/** How many lines of the trail a meeting carries; older ones are dropped, the first one never. */
const keptEntries = 200;

/** Adds a line to the audit trail; the version is the one that the change leads to. */
export function record(
  state: MeetingState,
  entry: AuditFact & { readonly at: Instant; readonly by?: Given },
): MeetingState {
  const { at, by, ...fact } = entry;
  const who = by === undefined ? {} : actor(by);
  const line: AuditEntry = { at, version: state.version, ...who, ...fact };
  const [first, ...rest] = state.history;
  const history = first === undefined ? [line] : [first, ...rest.slice(-(keptEntries - 2)), line];
  return { ...state, history };
}

/** Adds a warning, unless the same one was given before. */
export function warn(state: MeetingState, warning: Warning): MeetingState {
  const isKnown = state.warnings.some((one) => isSameWarning(one, warning));
  return isKnown ? state : { ...state, warnings: [...state.warnings, warning].slice(-50) };
}
