import { noContent, ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { GraphError } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { plannerEtag, type PlannerItem, type PlannerKind } from './planner-store.ts';
import { preference } from '../protocol/preferences.ts';
import type { EmulatorState } from '../emulator-state.ts';

/** @throws GraphError 404 where there is no such item. */
export function needItem(world: EmulatorState, kind: PlannerKind, id: string): PlannerItem {
  const item = world.planner.find(kind, id);
  if (item === undefined) throw new GraphError(404, '', 'The requested item is not found.');
  return item;
}

function counts(details: PlannerItem | undefined): Json {
  const list = (name: string): Json[] => Object.values((details?.body[name] ?? {}) as Record<string, Json>);
  const checklist = list('checklist');
  const description = details?.body['description'];
  return {
    hasDescription: typeof description === 'string' && description !== '',
    previewType: details?.body['previewType'] ?? 'automatic',
    checklistItemCount: checklist.length,
    activeChecklistItemCount: checklist.filter((entry) => entry['isChecked'] !== true).length,
    referenceCount: list('references').length,
  };
}

/** One of a list: Graph's resource with its ETag; a task also says how much its details hold. */
export function listedJson(world: EmulatorState, item: PlannerItem): Json {
  const derived = item.kind === 'task' ? counts(world.planner.find('taskDetails', item.id)) : {};
  return { '@odata.etag': plannerEtag(item), ...item.body, ...derived, id: item.id };
}

/** A resource that is an answer of its own. */
export function itemJson(world: EmulatorState, call: Pick<GraphCall, 'base'>, item: PlannerItem): Json {
  const context = `${call.base}/$metadata#planner/${item.kind}s/$entity`;
  return { '@odata.context': context, ...listedJson(world, item) };
}

/** PATCH answers 204, or 200 with the resource for `Prefer: return=representation`; the new ETag either way. */
export function patchAnswer(world: EmulatorState, call: GraphCall, item: PlannerItem): GraphAnswer {
  const headers = { ETag: plannerEtag(item) };
  if (preference(call, 'return')?.toLowerCase() !== 'representation') return { ...noContent, headers };
  return ok(itemJson(world, call, item), { ...headers, 'Preference-Applied': 'return=representation' });
}
