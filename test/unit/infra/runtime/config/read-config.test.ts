import { describe, expect, it } from 'vitest';
import { bot } from '../../../../../infra/runtime/config/bot.ts';
import { graph } from '../../../../../infra/runtime/config/graph.ts';
import { links } from '../../../../../infra/runtime/config/links.ts';
import { mcp } from '../../../../../infra/runtime/config/mcp.ts';
import { model } from '../../../../../infra/runtime/config/model.ts';
import { ConfigError, readConfig } from '../../../../../infra/runtime/config/read-config.ts';
import { temporal } from '../../../../../infra/runtime/config/temporal.ts';

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('fills in the defaults, and takes an empty variable for an unset one', () => {
    const config = readConfig({ TEMPORAL_ADDRESS: '', MCP_TOOLSETS: ' tasks, ,notes ' }, { temporal, mcp });
    expect(config.temporal).toMatchObject({ address: '127.0.0.1:7233', namespace: 'default', tls: false });
    expect(config.mcp).toMatchObject({ port: 3980, toolsets: ['tasks', 'notes'], issuer: undefined });
  });

  it('names every bad variable at once, a sentence each, and what each is for', () => {
    const problems = problemsOf(() =>
      readConfig(
        { TEMPORAL_ADDRESS: 'http://x', BOT_PORT: '99999', GRAPH_BASE_URL: 'graph', LINK_SECRET: 'short' },
        { temporal, bot, graph, links },
      ),
    );
    expect(problems.map((sentence) => sentence.split(' ')[0])).toEqual([
      'TEMPORAL_ADDRESS',
      'BOT_PORT',
      'GRAPH_BASE_URL',
      'LINK_SECRET',
    ]);
    for (const sentence of problems) expect(sentence).toMatch(/^[A-Z_]+ .+; it is .+\.$/);
  });

  it('never repeats a secret', () => {
    const problems = problemsOf(() => readConfig({ LINK_SECRET: 'hunter2' }, { links }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain('hunter2');
  });

  it('says that a required variable is missing', () => {
    expect(problemsOf(() => readConfig({}, { links }))).toEqual([
      'LINK_SECRET is not set; it is the secret that signs the links in mails to guests.',
    ]);
  });

  it.each([
    { why: 'no credentials for Graph', env: {}, names: 'GRAPH_CLIENT_ID' },
    { why: 'no tenant', env: { GRAPH_CLIENT_ID: 'a', GRAPH_CLIENT_SECRET: 'b' }, names: 'GRAPH_TENANT_ID' },
  ])('refuses $why', ({ env, names }) => {
    expect(problemsOf(() => readConfig(env, { graph })).join()).toContain(names);
  });

  it.each([
    { GRAPH_TOKEN: 'x' },
    { GRAPH_MANAGED_IDENTITY: 'true' },
    { GRAPH_CLIENT_ID: 'a', GRAPH_CLIENT_SECRET: 'b', GRAPH_TOKEN_URL: 'http://127.0.0.1:1/token' },
    { GRAPH_CLIENT_ID: 'a', GRAPH_CLIENT_CERTIFICATE_PATH: 'c.pem', GRAPH_TENANT_ID: 't' },
  ])('signs in to Graph with %j', (env) => {
    expect(problemsOf(() => readConfig(env, { graph }))).toEqual([]);
  });

  it('refuses half a language model', () => {
    const env = {
      AZURE_OPENAI_ENDPOINT: 'https://x.openai.azure.com',
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
    };
    expect(problemsOf(() => readConfig(env, { model }))).toHaveLength(2);
  });

  it('takes Azure OpenAI without a key, for managed identity', () => {
    const env = { AZURE_OPENAI_ENDPOINT: 'https://x.openai.azure.com', AZURE_OPENAI_DEPLOYMENT: 'gpt' };
    expect(problemsOf(() => readConfig(env, { model }))).toEqual([]);
  });
});
