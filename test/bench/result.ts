/** One figure of a bench, beside what it should be. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  /** `ms`, `s`, `MB`, `/s`, … */
  readonly unit: string;
  /** In words with its sign, such as `< 10` or `>= 25000`; absent for a figure that is only told. */
  readonly aim?: string;
  readonly reached?: boolean;
}

/** What a bench found. */
export interface BenchResult {
  readonly rows: readonly BenchRow[];
  /** What was left out, or how a figure is to be read. */
  readonly notes?: readonly string[];
}

/** A file `test/bench/NAME.ts` exports these two. */
export interface Bench {
  readonly description: string;
  run(): Promise<BenchResult>;
}

/** A row with an upper aim. */
export function below(name: string, value: number, unit: string, aim: number): BenchRow {
  return { name, value, unit, aim: `< ${aim}`, reached: value < aim };
}

/** A row with a lower aim. */
export function atLeast(name: string, value: number, unit: string, aim: number): BenchRow {
  return { name, value, unit, aim: `>= ${aim}`, reached: value >= aim };
}
