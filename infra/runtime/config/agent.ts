import { section } from './section.ts';
import { address, wholeNumber } from './shapes.ts';
import { optional, secret, withDefault } from './variable.ts';

/** The programs that talk to the server for agents: the agent itself, sign-in, and the one that watches a meeting. */
export const agent = section('Agent', {
  serverUrl: optional(
    'ASSENT_MCP_URL',
    'the MCP address that sign-in, supervise and the agent connect to, where it is not /mcp at MCP_PUBLIC_URL',
    address,
  ),
  token: secret(optional('ASSENT_TOKEN', 'a ready access token for that address, instead of signing in')),
  onBehalfOf: optional(
    'ASSENT_ON_BEHALF_OF',
    'for whom an agent with a token of its own acts: a directory id',
  ),
  maxSteps: withDefault(
    'AGENT_MAX_STEPS',
    'after how many model calls the agent gives up',
    '20',
    wholeNumber,
  ),
  maxMinutes: withDefault(
    'AGENT_MAX_MINUTES',
    'after how many minutes the agent gives up',
    '60',
    wholeNumber,
  ),
  maxTokens: withDefault(
    'AGENT_MAX_TOKENS',
    'how many tokens of the model one task may cost',
    '200000',
    wholeNumber,
  ),
});
