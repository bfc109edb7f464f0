/** What a stretch of text means; `kind` is the name that patterns use. */
export interface AnySense {
  readonly kind: string;
  /** Tells apart senses of one kind that may stand for the same words. */
  readonly variant?: string;
}

/** The senses named between `<` and `>` in a pattern, in order. */
type SensesIn<
  Sense extends AnySense,
  Pattern extends string,
> = Pattern extends `${string}<${infer Kind}>${infer Rest}`
  ? [Extract<Sense, { kind: Kind }>, ...SensesIn<Sense, Rest>]
  : [];

/**
 * One row of the grammar. The pattern is a sequence of items separated by spaces:
 * `next|coming` one of these words, `the?` the same but optional, `<date>` something already understood.
 * `make` gets the context and the understood things in order; `undefined` means that the row does not apply.
 */
export interface Rule<Sense extends AnySense, Context> {
  readonly pattern: string;
  readonly make: (context: Context, ...senses: never[]) => Sense | undefined;
}

/** Makes rows whose `make` is typed by the pattern itself. */
export function rowsOf<Sense extends AnySense, Context>() {
  return <const Pattern extends string>(
    pattern: Pattern,
    make: (context: Context, ...senses: SensesIn<Sense, Pattern>) => Sense | undefined,
  ): Rule<Sense, Context> => ({
    pattern,
    // The chart calls it with what the pattern's own names found, in order.
    make: make as (context: Context, ...senses: never[]) => Sense | undefined,
  });
}
