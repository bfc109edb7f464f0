import { format, resolveConfig } from 'prettier';
import { agent } from '../runtime/config/agent.ts';
import { appPackage } from '../runtime/config/app-package.ts';
import { bot } from '../runtime/config/bot.ts';
import { graph } from '../runtime/config/graph.ts';
import { links } from '../runtime/config/links.ts';
import { logging } from '../runtime/config/logging.ts';
import { mcp } from '../runtime/config/mcp.ts';
import { meetings } from '../runtime/config/meetings.ts';
import { model } from '../runtime/config/model.ts';
import type { Variables } from '../runtime/config/section.ts';
import { state } from '../runtime/config/state.ts';
import { temporal } from '../runtime/config/temporal.ts';
import type { Variable } from '../runtime/config/variable.ts';
import { inProject } from './layout.ts';
import { local } from './settings.ts';

/** Where the page is kept. */
export const configurationFile = inProject('docs/configuration.md');

interface Documented {
  readonly title: string;
  readonly variables: Variables;
}

/** Every section of the configuration, in the order of the page. */
export const sections: readonly Documented[] = [
  temporal,
  graph,
  bot,
  links,
  meetings,
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

const introduction = `# Configuration

Everything is an environment variable, or a line of \`.env\` in the project's folder. Each process reads what it needs once,
when it starts; a variable that is missing or bad is named then, with what it is for. \`npm start\` needs none of them.

\`npm run docs\` writes this page from the code (\`infra/runtime/config\`, and \`infra/local/settings.ts\` for the local stack).`;

function tableOf({ title, variables }: Documented, position: number): string {
  // The local stack takes some of the product's own variables: each is listed once, where it belongs.
  const earlier = new Set(sections.slice(0, position).flatMap((section) => Object.values(section.variables)));
  const rows = Object.values(variables)
    .filter((variable) => !earlier.has(variable))
    .map((variable) => `| \`${variable.name}\` | ${variable.purpose} | ${defaultOf(variable)} |`);
  return [`## ${title}`, '', '| variable | what it is for | default |', '|---|---|---|', ...rows].join('\n');
}

/** The page of all variables, in Markdown as the formatter leaves it. */
export async function configurationPage(): Promise<string> {
  const text = [introduction, ...sections.map(tableOf)].join('\n\n');
  return await format(text, { ...(await resolveConfig(configurationFile)), parser: 'markdown' });
}
