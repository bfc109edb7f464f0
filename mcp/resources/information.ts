import type { ServedOperation } from '../calls/served-operation.ts';
import type { ServedResource } from '../offer/offer.ts';
import { assentIcon } from '../offer/icons.ts';
import { jsonContents } from './json-contents.ts';
import { usageExamples } from './usage-examples.ts';

/** What this server can do and under which rules, for a model to read before it begins. */
export function informationResources(input: {
  readonly version: string;
  readonly operations: readonly ServedOperation[];
  readonly toolsets: readonly string[];
  readonly waitMs: number;
  readonly callsPerMinute: number;
}): readonly ServedResource[] {
  const capabilities = 'info://server-capabilities';
  const examples = 'info://usage-examples';
  return [
    {
      definition: {
        uri: capabilities,
        name: 'server-capabilities',
        title: 'What Assent can do',
        description: 'Tools with the scope each needs, limits, and the rules that no tool can break.',
        mimeType: 'application/json',
        icons: [assentIcon],
      },
      read: () =>
        Promise.resolve(
          jsonContents(capabilities, {
            name: 'Assent',
            version: input.version,
            tools: input.operations.map(({ operation }) => ({
              tool: operation.tool,
              intent: `/intents/${operation.name}`,
              scope: operation.scope,
              toolset: operation.toolset,
              readOnly: operation.readOnly,
              waitsForPeople: operation.awaitsPeople,
            })),
            toolsets: ['meetings', ...input.toolsets],
            limits: { callsPerMinute: input.callsPerMinute, waitForPeopleMs: input.waitMs },
            rules: [
              'People approve for themselves; an agent never answers for anybody.',
              'A calendar that cannot be read is unknown, never free.',
              'Times need an IANA zone on input; they come back in UTC and local time.',
              'The same idempotencyKey is carried out once.',
            ],
          }),
        ),
    },
    {
      definition: {
        uri: examples,
        name: 'usage-examples',
        title: 'How to use Assent',
        description: 'Short examples of whole conversations with the tools.',
        mimeType: 'text/markdown',
        icons: [assentIcon],
      },
      read: () =>
        Promise.resolve({ contents: [{ uri: examples, mimeType: 'text/markdown', text: usageExamples }] }),
    },
  ];
}
