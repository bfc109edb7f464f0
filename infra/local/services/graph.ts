import { identityUrl } from '../environment.ts';
import { graphNodeOptions } from '../../graph-emulator/node-options.ts';
import { inState } from '../layout.ts';
import type { LocalStack } from '../stack.ts';
import type { Service } from '../supervision/service.ts';

/** Calendars, directory, Planner and mail: the emulator of Microsoft Graph, unless GRAPH_BASE_URL names another. */
export function graphService({ ports, given }: LocalStack): Service[] {
  if (given['GRAPH_BASE_URL'] !== undefined) return [];
  const url = `http://127.0.0.1:${ports.graph}`;
  const issuer = identityUrl(ports);
  return [
    {
      name: 'graph',
      program: { kind: 'script', entry: 'infra/graph-emulator/main.ts' },
      environment: {
        NODE_OPTIONS: graphNodeOptions,
        GRAPH_EMULATOR_PORT: String(ports.graph),
        GRAPH_EMULATOR_DB: inState('graph.db'),
        GRAPH_EMULATOR_ISSUER: issuer,
        GRAPH_EMULATOR_JWKS_URL: `${issuer}/jwks`,
        GRAPH_EMULATOR_AUDIENCE: 'https://graph.microsoft.com',
      },
      ports: [{ variable: 'ASSENT_GRAPH_PORT', port: ports.graph }],
      ready: { kind: 'url', url: `${url}/_emulator/requests` },
      rows: [{ label: 'Calendars', url }],
    },
  ];
}
