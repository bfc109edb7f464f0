import type { Variable } from './variable.ts';

export type Variables = Readonly<Record<string, Variable<unknown>>>;

export type ValuesOf<Rows extends Variables> = {
  readonly [Key in keyof Rows]: Rows[Key] extends Variable<infer Value> ? Value : never;
};

/** The variables of one concern; a process reads the sections that it needs. */
export interface Section<Rows extends Variables> {
  readonly title: string;
  readonly variables: Rows;
  /** Sentences about values that are valid alone and contradict each other; none when all is well. */
  readonly problems: (values: ValuesOf<Rows>) => readonly string[];
}

export function section<const Rows extends Variables>(
  title: string,
  variables: Rows,
  problems: (values: ValuesOf<Rows>) => readonly string[] = () => [],
): Section<Rows> {
  return { title, variables, problems };
}
