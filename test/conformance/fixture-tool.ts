import type { Tool } from '@modelcontextprotocol/server';
import type { RequestScope, ServedTool, ToolResult } from '../../mcp/offer/offer.ts';

/** A tool that the suite asks for by name. */
export function fixture(
  name: string,
  call: (input: Readonly<Record<string, unknown>>, scope: RequestScope) => Promise<ToolResult> | ToolResult,
  inputSchema: Tool['inputSchema'] = { type: 'object', properties: {} },
): ServedTool {
  return {
    definition: { name, description: `Fixture ${name} of the conformance suite.`, inputSchema },
    call: async (input, scope) => call(input as Readonly<Record<string, unknown>>, scope),
  };
}
