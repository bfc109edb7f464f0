import {
  MissingRequiredClientCapabilityError,
  CLIENT_CAPABILITIES_META_KEY,
} from '@modelcontextprotocol/server';
import type { ServerContext } from '@modelcontextprotocol/server';
import { setTimeout as delay } from 'node:timers/promises';
import type { RequestScope, ServedTool } from '../../mcp/offer/offer.ts';
import { png, text, wav } from './fixture-media.ts';
import { fixture } from './fixture-tool.ts';

/** What the client of this request declared, in the newer era. */
export function declared(scope: RequestScope): Readonly<Record<string, unknown>> {
  const envelope: Readonly<Record<string, unknown>> = scope.mcp.mcpReq.envelope ?? {};
  return (envelope[CLIENT_CAPABILITIES_META_KEY] ?? {}) as Readonly<Record<string, unknown>>;
}

async function logThrice(scope: RequestScope) {
  // Deprecated for the newest revision, and asked for by the suite of the older ones.
  const logger: { log(level: 'info', data: string): Promise<void> } = scope.mcp.mcpReq;
  for (const words of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
    await logger.log('info', words);
    await delay(50);
  }
  return text('logged');
}

async function tellProgress({ mcpReq }: ServerContext) {
  const progressToken = mcpReq._meta?.progressToken;
  for (const progress of [0, 50, 100]) {
    if (progressToken !== undefined)
      await mcpReq.notify({
        method: 'notifications/progress',
        params: { progressToken, progress, total: 100 },
      });
    await delay(50);
  }
  return text('done');
}

const embedded = (uri: string, mimeType: string, words: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType, text: words },
});

/** Tools that show every kind of content, and what goes with a call. */
export const contentFixtures: readonly ServedTool[] = [
  fixture('test_simple_text', () => text('This is a simple text response for testing.')),
  fixture('test_image_content', () => ({ content: [{ type: 'image', data: png, mimeType: 'image/png' }] })),
  fixture('test_audio_content', () => ({ content: [{ type: 'audio', data: wav, mimeType: 'audio/wav' }] })),
  fixture('test_embedded_resource', () => ({
    content: [embedded('test://embedded-resource', 'text/plain', 'This is an embedded resource content.')],
  })),
  fixture('test_multiple_content_types', () => ({
    content: [
      { type: 'text', text: 'Multiple content types test:' },
      { type: 'image', data: png, mimeType: 'image/png' },
      embedded('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
    ],
  })),
  fixture('test_error_handling', () => ({
    ...text('This tool intentionally returns an error for testing'),
    isError: true,
  })),
  fixture('test_tool_with_progress', (_, scope) => tellProgress(scope.mcp)),
  fixture('test_tool_with_logging', (_, scope) => logThrice(scope)),
  fixture('test_logging_tool', (_, scope) => logThrice(scope)),
  fixture('test_missing_capability', (_, scope) => {
    if (declared(scope)['sampling'] === undefined)
      throw new MissingRequiredClientCapabilityError({ requiredCapabilities: { sampling: {} } });
    return text('ok');
  }),
  fixture('greet', ({ name }) => text(`Hello, ${String(name)}!`), {
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
  }),
  fixture('json_schema_2020_12_tool', () => text('ok'), {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: {
        $anchor: 'addressDef',
        type: 'object',
        properties: { street: { type: 'string' }, city: { type: 'string' } },
      },
    },
    properties: {
      name: { type: 'string' },
      address: { $ref: '#/$defs/address' },
      contactMethod: { type: 'string', enum: ['phone', 'email'] },
      phone: { type: 'string' },
      email: { type: 'string' },
    },
    allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
    if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
    then: { required: ['phone'] },
    else: { required: ['email'] },
    additionalProperties: false,
  }),
  fixture('test_custom_header', ({ region }) => text(String(region)), {
    type: 'object',
    properties: { region: { type: 'string', 'x-mcp-header': 'Region' } },
    required: ['region'],
  }),
];
