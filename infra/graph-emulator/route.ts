import type { GraphAnswer, GraphCall } from './protocol/graph-call.ts';
import type { NeededPermissions } from './access/permission-names.ts';
import type { EmulatorState } from './emulator-state.ts';

/** One operation: `path` below `/v1.0` with `{names}` for single segments; `/me/…` arrives as `/users/{id}/…`. */
export interface GraphRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Or what is needed for this very call, where that depends on whose things are asked for. */
  readonly needs: NeededPermissions | ((call: GraphCall) => NeededPermissions);
  readonly handle: (world: EmulatorState, call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
}
