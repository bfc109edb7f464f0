import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { stableGuid, tenantId } from '../../../infra/graph-emulator/access/tenant.ts';
import { freePort } from '../../../infra/local/ports.ts';
import { startTeamsCaller } from '../../support/teams-caller.ts';
import { StackProcess } from '../local/stack-process.ts';

/** The whole local stack as `npm start` brings it up, with the check of tokens switched on. */
export interface CompanyStack {
  /** Where somebody's Teams is, by first name. */
  teams(givenName: string): string;
  readonly botUrl: string;
  /** Where MCP, HTTP intents and live projections are, without a path. */
  readonly agentsUrl: string;
  readonly linkSecret: string;
  readonly planId: string;
  /** Reads Microsoft Graph as the application, or writes there as somebody in Outlook would. */
  graph(path: string, change?: { readonly method: string; readonly body: unknown }): Promise<unknown>;
  close(): Promise<void>;
}

export async function startCompanyStack(): Promise<CompanyStack> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'assent-e2e-'));
  const botPort = await freePort();
  const botUrl = `http://127.0.0.1:${botPort}`;
  const caller = await startTeamsCaller({ appId: stableGuid('bot'), tenantId, botUrl: () => botUrl });
  const stack = new StackProcess(stateFolder, [], {
    ...caller.environment,
    BOT_PORT: String(botPort),
    ASSENT_BOT_ENDPOINT: caller.endpoint,
  });
  await stack.untilReady();
  const addresses = new Map(
    [...stack.output.matchAll(/^ {2}(\S.*?) {2,}(http\S+)$/gm)].map(([, label = '', url = '']) => [
      label,
      url,
    ]),
  );
  const secrets = JSON.parse(readFileSync(join(stateFolder, 'secrets.json'), 'utf8')) as {
    links: string;
    worker: string;
  };

  async function graphToken(): Promise<string> {
    const issuer = (addresses.get('Sign-in') ?? '').replace('/.well-known/openid-configuration', '');
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'assent-worker',
        client_secret: secrets.worker,
        scope: 'https://graph.microsoft.com/.default',
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  return {
    teams: (givenName) => addresses.get(`Teams as ${givenName}`) ?? '',
    botUrl,
    agentsUrl: new URL(addresses.get('MCP') ?? '').origin,
    linkSecret: secrets.links,
    planId: companyPlanId,
    graph: async (path, change) => {
      const response = await fetch(`${addresses.get('Calendars') ?? ''}/v1.0${path}`, {
        headers: {
          authorization: `Bearer ${await graphToken()}`,
          ...(change === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(change === undefined ? {} : { method: change.method, body: JSON.stringify(change.body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    close: async () => {
      stack.child.kill('SIGTERM');
      await stack.ended();
      await caller.close();
      cpSync(join(stateFolder, 'logs'), 'test/output/bot/logs', { recursive: true });
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}
