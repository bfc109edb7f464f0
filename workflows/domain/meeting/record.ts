import type { Instant } from '../time/slot.ts';
import type { Given } from './event.ts';
import { personOf } from './role.ts';
import type { MeetingState } from './state.ts';
import type { AuditEntry, Warning } from './view.ts';

/** Who did it, as it stands in the audit trail. */
function actor({ caller, seenVersion }: Given): Partial<AuditEntry> {
  const agent = caller.kind === 'agent' ? caller.clientId : undefined;
  return { personId: personOf(caller), agent, surface: caller.surface, seenVersion };
}

/** How many lines of the trail a meeting carries; older ones are dropped, the first one never. */
const keptEntries = 200;

/** Adds a line to the audit trail; the version is the one that the change leads to. */
export function record(
  state: MeetingState,
  entry: {
    readonly at: Instant;
    readonly action: AuditEntry['action'];
    readonly message: string;
    readonly by?: Given;
  },
): MeetingState {
  const { at, action, message, by } = entry;
  const who = by === undefined ? {} : actor(by);
  const line: AuditEntry = { at, version: state.version, ...who, action, message };
  const [first, ...rest] = state.history;
  const history = first === undefined ? [line] : [first, ...rest.slice(-(keptEntries - 2)), line];
  return { ...state, history };
}

/** Adds a warning, unless the same one stands there already. */
export function warn(state: MeetingState, warning: Warning): MeetingState {
  const stands = state.warnings.some(
    (one) =>
      one.kind === warning.kind && one.personId === warning.personId && one.message === warning.message,
  );
  return stands ? state : { ...state, warnings: [...state.warnings, warning].slice(-50) };
}
