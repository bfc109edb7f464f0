import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

import type { ModelAnswer } from '../../bot/model/model-answer.ts';

/** How the model answers next: pieces of a stream, nothing for ever, or an HTTP failure. */
export type Script = { readonly deltas: readonly object[]; readonly finish: string } | 'silence' | 'broken';

interface Asked {
  readonly path: string;
  readonly messages: readonly { readonly content: string }[];
  readonly max_completion_tokens?: number;
  readonly response_format?: {
    readonly json_schema: { readonly strict: boolean; readonly schema: Record<string, unknown> };
  };
}

/** An answer in which nothing is said but what is given. */
export function answerWith(given: {
  readonly act: ModelAnswer['act'];
  readonly which?: Partial<ModelAnswer['which']>;
  readonly to?: Partial<ModelAnswer['to']>;
  readonly leftover?: readonly string[];
}): object {
  const nobody = { addPeople: [], removePeople: [], optionalPeople: [] };
  const open = { when: null, place: null, room: null, minutes: null, title: null };
  return {
    act: given.act,
    which: { ...open, people: [], all: false, order: null, ...given.which },
    to: {
      ...open,
      ...nobody,
      shiftMinutes: null,
      longerMinutes: null,
      endAt: null,
      online: null,
      option: null,
      answer: null,
      reason: null,
      soonest: false,
      ...given.to,
    },
    leftover: given.leftover ?? [],
  };
}

export function inPieces(text: string): readonly object[] {
  return (text.match(/[^]{1,7}/g) ?? []).map((content) => ({ content }));
}

export function streamed(answer: object): Script {
  return { deltas: inPieces(JSON.stringify(answer)), finish: 'stop' };
}

/** A server that streams scripted chat completions, for any path. */
export async function startStreamingModel() {
  const asked: Asked[] = [];
  let next: Script = 'broken';
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push({ ...(body as Asked), path: request.url ?? '' });
      if (next === 'silence') return;
      if (next === 'broken') {
        response.writeHead(500).end('no');
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const event = (delta: object, finish: string | null) =>
        `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
      for (const delta of next.deltas) response.write(event(delta, null));
      response.end(`${event({}, next.finish)}data: [DONE]\n\n`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    script: (script: Script) => {
      next = script;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
