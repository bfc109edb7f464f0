import type { PlannerTaskDetails } from '@microsoft/microsoft-graph-types';
import { read, serviceErrorOf } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';
import { plannerTaskDetails } from './planner-task.ts';

const maxAttempts = 3;

/** Writes descriptions, which Planner keeps apart from the tasks under ETags of their own; repeatable. */
export async function describeTasks(
  graph: Graph,
  tasks: readonly { readonly taskId: string; readonly description: string }[],
): Promise<void> {
  let open = tasks.map((task) => ({
    ...task,
    path: `/planner/tasks/${encodeURIComponent(task.taskId)}/details`,
  }));
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const details = await graph.batch(open.map(({ path }) => ({ method: 'GET', path })));
    const refused = details.find(({ status }) => status >= 300);
    if (refused !== undefined) throw serviceErrorOf(refused);
    const answers = await graph.batch(
      open.map(({ path, description }, index) => ({
        method: 'PATCH',
        path,
        headers: { 'If-Match': read(plannerTaskDetails, details[index]?.body)['@odata.etag'] },
        body: { description } satisfies PlannerTaskDetails,
      })),
    );
    const failed = answers.find(({ status }) => status >= 300 && status !== 412 && status !== 409);
    const stale = open.filter((_, index) => (answers[index]?.status ?? 412) >= 300);
    if (failed !== undefined) throw serviceErrorOf(failed);
    if (stale.length > 0 && attempt === maxAttempts) {
      throw serviceErrorOf({ status: 412, headers: {}, body: undefined });
    }
    open = stale;
  }
}
