import { randomBytes } from 'node:crypto';
import type { Database } from '../storage/database.ts';
import { GraphError } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';

export type PlannerKind = 'plan' | 'planDetails' | 'bucket' | 'task' | 'taskDetails';

const tagNames: Readonly<Record<PlannerKind, string>> = {
  plan: 'Plan',
  planDetails: 'PlanDetails',
  bucket: 'Bucket',
  task: 'Task',
  taskDetails: 'TaskDetails',
};

/** One Planner resource. Details have the id of the plan or task that they belong to. */
export interface PlannerItem {
  readonly id: string;
  readonly kind: PlannerKind;
  /** Group of a plan; plan of a bucket or task; plan or task of details. */
  readonly parent: string;
  readonly version: number;
  /** Graph's resource without `@odata.etag` and `id`. */
  readonly body: Json;
}

function keyOf(kind: PlannerKind, id: string): string {
  return `${kind}:${id}`;
}

export function newPlannerId(): string {
  return randomBytes(21).toString('base64url');
}

export function plannerEtag(item: Pick<PlannerItem, 'kind' | 'version'>): string {
  return `W/"${Buffer.from(`'1-${tagNames[item.kind]}@@${item.version}'`).toString('base64')}"`;
}

/** Plans, buckets, tasks and their details, with a change number each, which is what ETags are made of. */
export class PlannerStore {
  readonly #database: Database;
  readonly #listeners = new Set<() => void>();

  constructor(database: Database) {
    this.#database = database;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    this.#database.onCommit(() => {
      for (const listener of this.#listeners) listener();
    });
  }

  find(kind: PlannerKind, id: string): PlannerItem | undefined {
    const row = this.#database.get('SELECT * FROM plannerItems WHERE id = ?', keyOf(kind, id));
    return row === undefined ? undefined : this.#item(row);
  }

  #item(row: Record<string, unknown>): PlannerItem {
    const key = String(row['id']);
    return {
      id: key.slice(key.indexOf(':') + 1),
      kind: row['kind'] as PlannerKind,
      parent: String(row['parent']),
      version: Number(row['version']),
      body: JSON.parse(String(row['body'])) as Json,
    };
  }

  of(kind: PlannerKind, parent: string): PlannerItem[] {
    return this.#database
      .all('SELECT * FROM plannerItems WHERE kind = ? AND parent = ? ORDER BY version', kind, parent)
      .map((row) => this.#item(row));
  }

  all(kind: PlannerKind): PlannerItem[] {
    return this.#database
      .all('SELECT * FROM plannerItems WHERE kind = ? ORDER BY version', kind)
      .map((row) => this.#item(row));
  }

  /** Creates or replaces; the result carries the new change number. */
  write(item: Omit<PlannerItem, 'version'>): PlannerItem {
    const written = { ...item, version: this.#database.nextVersion() };
    this.#database.run(
      'INSERT INTO plannerItems (id, kind, parent, version, body) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET parent = ?3, version = ?4, body = ?5',
      keyOf(item.kind, item.id),
      item.kind,
      item.parent,
      written.version,
      JSON.stringify(item.body),
    );
    this.#changed();
    return written;
  }

  remove(item: Pick<PlannerItem, 'kind' | 'id'>): void {
    this.#database.run('DELETE FROM plannerItems WHERE id = ?', keyOf(item.kind, item.id));
    this.#changed();
  }
}

/**
 * The rule of PATCH and DELETE in Planner: the last ETag of this very resource in `If-Match`.
 * @throws GraphError 412 without one or with an old one, 400 for something that is no ETag of such a resource.
 * Source: SEMANTICS.md of the contract (reports of the live service).
 */
export function checkPlannerMatch(item: PlannerItem, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '') {
    throw new GraphError(412, '', 'The If-Match header must be specified for this kind of request.');
  }
  const tag = /^(?:W\/)?"?([A-Za-z0-9+/=]+)"?$/.exec(ifMatch.trim().replaceAll('\\"', '"'))?.[1] ?? '';
  const named = /^'1-([A-Za-z]+)@@(\d+)'$/.exec(Buffer.from(tag, 'base64').toString());
  if (named?.[1] !== tagNames[item.kind]) {
    throw new GraphError(400, '', 'The If-Match header contains an invalid value.');
  }
  if (Number(named[2]) !== item.version) {
    throw new GraphError(
      412,
      'UnknownError',
      'The resource has changed since it was read: get it again and repeat the change with its new ETag.',
    );
  }
}
