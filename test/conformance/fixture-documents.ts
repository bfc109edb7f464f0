import { acceptedContent, inputRequired } from '@modelcontextprotocol/server';
import type { GetPromptResult } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Completion, ServedPrompt, ServedResource, ServedTemplate } from '../../mcp/offer/offer.ts';
import { png } from './fixture-media.ts';
import { ask } from './fixture-questions.ts';

function resource(
  uri: string,
  mimeType: string,
  contents: { text: string } | { blob: string },
): ServedResource {
  return {
    definition: { uri, name: uri.slice('test://'.length), description: uri, mimeType },
    read: () => Promise.resolve({ contents: [{ uri, mimeType, ...contents }] }),
  };
}

export const resourceFixtures: readonly ServedResource[] = [
  resource('test://static-text', 'text/plain', { text: 'This is the content of the static text resource.' }),
  resource('test://static-binary', 'image/png', { blob: png }),
  resource('test://watched-resource', 'text/plain', { text: 'watched' }),
];

export const templateFixtures: readonly ServedTemplate[] = [
  {
    definition: { uriTemplate: 'test://template/{id}/data', name: 'template', mimeType: 'application/json' },
    read: (uri) => {
      const id = /^test:\/\/template\/([^/]+)\/data$/.exec(uri)?.[1];
      if (id === undefined) return undefined;
      const text = JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` });
      return Promise.resolve({ contents: [{ uri, mimeType: 'application/json', text }] });
    },
  },
];

type Content = GetPromptResult['messages'][number]['content'];

function says(...contents: readonly Content[]): GetPromptResult {
  return { messages: contents.map((content) => ({ role: 'user', content })) };
}

function words(text: string): Content {
  return { type: 'text', text };
}

const contextShape = z.object({ context: z.string() });

export const promptFixtures: readonly ServedPrompt[] = [
  {
    definition: { name: 'test_simple_prompt', description: 'simple' },
    get: () => Promise.resolve(says(words('This is a simple prompt for testing.'))),
  },
  {
    definition: {
      name: 'test_prompt_with_arguments',
      description: 'arguments',
      arguments: [
        { name: 'arg1', description: 'first', required: true },
        { name: 'arg2', description: 'second', required: true },
      ],
    },
    get: ({ arg1, arg2 }) =>
      Promise.resolve(says(words(`Prompt with arguments: arg1='${arg1 ?? ''}', arg2='${arg2 ?? ''}'`))),
  },
  {
    definition: {
      name: 'test_prompt_with_embedded_resource',
      description: 'resource',
      arguments: [{ name: 'resourceUri', description: 'uri', required: true }],
    },
    get: ({ resourceUri = 'test://embedded' }) =>
      Promise.resolve(
        says(
          {
            type: 'resource',
            resource: {
              uri: resourceUri,
              mimeType: 'text/plain',
              text: 'Embedded resource content for testing.',
            },
          },
          words('Please process the embedded resource above.'),
        ),
      ),
  },
  {
    definition: { name: 'test_prompt_with_image', description: 'image' },
    get: () =>
      Promise.resolve(
        says({ type: 'image', data: png, mimeType: 'image/png' }, words('Please analyze the image above.')),
      ),
  },
  {
    definition: { name: 'test_input_required_result_prompt', description: 'asks back' },
    get: (_, scope) => {
      const answer = acceptedContent(scope.mcp.mcpReq.inputResponses, 'user_context', contextShape);
      return Promise.resolve(
        answer === undefined
          ? inputRequired({
              inputRequests: { user_context: ask('What context should the prompt use?', contextShape) },
            })
          : says(words(`context ${answer.context}`)),
      );
    },
  },
];

export const fixtureCompletion: Completion = (_, { value }) =>
  Promise.resolve(['paris', 'park', 'party', 'test'].filter((word) => word.startsWith(value)));
