/** A request below the versioned root, in the form that `$batch` takes too. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Begins with `/`; query values are encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface GraphAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where there is none. */
  readonly body: unknown;
}

/** Ids that survive a move between folders, and times in UTC (outlook-immutable-id of the Graph documentation). */
export const preferences = 'IdType="ImmutableId", outlook.timezone="UTC"';
