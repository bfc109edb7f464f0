import type { Instant } from '../time/slot.ts';
import type { Caller } from './caller.ts';
import type { MeetingState } from './state.ts';
import type { AuditEntry, Warning } from './view.ts';

/** Who did it, as it stands in the audit trail. */
function actor(caller: Caller | undefined): Pick<AuditEntry, 'personId' | 'agent' | 'surface'> {
  if (caller === undefined) return {};
  return caller.kind === 'agent'
    ? { personId: caller.onBehalfOf, agent: caller.clientId, surface: caller.surface }
    : { personId: caller.personId, surface: caller.surface };
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
    readonly caller?: Caller | undefined;
  },
): MeetingState {
  const { at, action, message } = entry;
  const line: AuditEntry = { at, version: state.version, ...actor(entry.caller), action, message };
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
