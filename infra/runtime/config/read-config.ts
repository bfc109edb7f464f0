import type { Section, ValuesOf, Variables } from './section.ts';
import type { Variable } from './variable.ts';

type Environment = Readonly<Record<string, string | undefined>>;
// `never` because a section's check accepts only its own values, and any section may be passed here.
type AnySection = Pick<Section<never>, 'title' | 'problems'> & { readonly variables: Variables };

type ConfigOf<Sections extends Readonly<Record<string, AnySection>>> = {
  readonly [Key in keyof Sections]: ValuesOf<Sections[Key]['variables']>;
};

/** Everything that is wrong with the environment, one sentence each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Reading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly sentence: string };

function readVariable(env: Environment, variable: Variable<unknown>): Reading {
  const given = env[variable.name]?.trim();
  const needed = variable.need;
  const isSet = given !== undefined && given !== '';
  if (!isSet && needed === 'optional') return { kind: 'value', value: undefined };
  if (!isSet && needed === 'required')
    return { kind: 'problem', sentence: `${variable.name} is not set; it is ${variable.purpose}.` };
  const text = isSet ? given : typeof needed === 'object' ? needed.otherwise : '';
  const parsed = variable.schema.safeParse(text);
  if (parsed.success) return { kind: 'value', value: parsed.data };
  const shown = variable.secret ? '' : ` (${JSON.stringify(text)})`;
  const why = parsed.error.issues.map((issue) => issue.message).join(', ');
  return {
    kind: 'problem',
    sentence: `${variable.name}${shown} is not usable: ${why}; it is ${variable.purpose}.`,
  };
}

function readSection(env: Environment, { variables, problems }: AnySection) {
  const values: Record<string, unknown> = {};
  const sentences: string[] = [];
  for (const [key, variable] of Object.entries(variables)) {
    const reading = readVariable(env, variable);
    if (reading.kind === 'problem') sentences.push(reading.sentence);
    else values[key] = reading.value;
  }
  if (sentences.length === 0) sentences.push(...problems(values as never));
  return { values, sentences };
}

/**
 * Reads the given sections of the environment once, all at the same time.
 * An empty variable counts as unset.
 *
 * @example const config = readConfig(process.env, { temporal, graph });
 * @throws ConfigError naming every variable that is missing or bad, and what each is for.
 */
export function readConfig<const Sections extends Readonly<Record<string, AnySection>>>(
  env: Environment,
  sections: Sections,
): ConfigOf<Sections> {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, section] of Object.entries(sections)) {
    const { values, sentences } = readSection(env, section);
    config[name] = values;
    problems.push(...sentences);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config as ConfigOf<Sections>;
}
