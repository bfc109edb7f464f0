import { agent } from '../runtime/config/agent.ts';
import { appPackage } from '../runtime/config/app-package.ts';
import { bot } from '../runtime/config/bot.ts';
import { graph } from '../runtime/config/graph.ts';
import { links } from '../runtime/config/links.ts';
import { logging } from '../runtime/config/logging.ts';
import { mcp } from '../runtime/config/mcp.ts';
import { model } from '../runtime/config/model.ts';
import type { Variables } from '../runtime/config/section.ts';
import { state } from '../runtime/config/state.ts';
import { temporal } from '../runtime/config/temporal.ts';
import type { Variable } from '../runtime/config/variable.ts';
import { local } from './settings.ts';

interface Documented {
  readonly title: string;
  readonly variables: Variables;
}

/** Every section of the configuration, in the order of the README. */
export const sections: readonly Documented[] = [
  temporal,
  graph,
  bot,
  links,
  appPackage,
  mcp,
  agent,
  model,
  state,
  logging,
  local,
];

function defaultOf({ need, secret }: Variable<unknown>): string {
  const value =
    need === 'required'
      ? 'required'
      : need === 'optional' || need.otherwise === ''
        ? ''
        : `\`${need.otherwise}\``;
  return [value, secret ? 'secret' : ''].filter((word) => word !== '').join(', ');
}

function rowsOf({ title, variables }: Documented, position: number): string[] {
  // The local stack takes some of the product's own variables: each stands once, where it belongs.
  const earlier = new Set(sections.slice(0, position).flatMap((section) => Object.values(section.variables)));
  return [
    `| **${title}** | | |`,
    ...Object.values(variables)
      .filter((variable) => !earlier.has(variable))
      .map((variable) => `| \`${variable.name}\` | ${variable.purpose} | ${defaultOf(variable)} |`),
  ];
}

/** The README's table of variables, in Markdown. */
export function variableTable(): string {
  return ['| variable | what it is for | default |', '|---|---|---|', ...sections.flatMap(rowsOf)].join('\n');
}
