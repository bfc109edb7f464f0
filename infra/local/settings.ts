import { bot } from '../runtime/config/bot.ts';
import { mcp } from '../runtime/config/mcp.ts';
import { section } from '../runtime/config/section.ts';
import type { ValuesOf } from '../runtime/config/section.ts';
import { port } from '../runtime/config/shapes.ts';
import { withDefault } from '../runtime/config/variable.ts';
import { freePort } from './ports.ts';

const of = 'the port of the local';

/** Where the parts of the local stack listen, all on 127.0.0.1; 0 takes a free port. */
export const local = section('Local stack', {
  temporal: withDefault('ASSENT_TEMPORAL_PORT', `${of} Temporal server`, '7233', port),
  temporalUi: withDefault('ASSENT_TEMPORAL_UI_PORT', `${of} Temporal web UI`, '8233', port),
  graph: withDefault('ASSENT_GRAPH_PORT', `${of} Microsoft Graph`, '3979', port),
  identity: withDefault('ASSENT_IDENTITY_PORT', `${of} OpenID provider`, '3982', port),
  bot: bot.variables.port,
  mcp: mcp.variables.port,
  teamsAlice: withDefault('ASSENT_TEAMS_PORT_ALICE', `${of} Teams in which Alice types`, '56150', port),
  teamsBob: withDefault('ASSENT_TEAMS_PORT_BOB', `${of} Teams in which Bob types`, '56151', port),
  teamsCarol: withDefault('ASSENT_TEAMS_PORT_CAROL', `${of} Teams in which Carol types`, '56152', port),
});

export type LocalPorts = ValuesOf<(typeof local)['variables']>;

/** Replaces each 0 with a free port. */
export async function withFreePorts<Ports extends Readonly<Record<string, number>>>(
  ports: Ports,
): Promise<Ports> {
  const chosen = await Promise.all(
    Object.entries(ports).map(
      async ([name, number]) => [name, number === 0 ? await freePort() : number] as const,
    ),
  );
  return { ...ports, ...Object.fromEntries(chosen) };
}
