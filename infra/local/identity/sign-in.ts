import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { Provider } from 'oidc-provider';
import { personOf } from './claims.ts';
import { problemPage, signInPage, style } from './sign-in-page.ts';

const longestFormBytes = 1_000;

/** No form-action: browsers apply it to the redirect back to the program too, whose address is not known here. */
const secure = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: [`'sha256-${createHash('sha256').update(style).digest('base64')}'`],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  // A program may have opened this in a window of its own and be waiting for it.
  crossOriginOpenerPolicy: false,
  xFrameOptions: { action: 'deny' },
});

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(html);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > longestFormBytes) break;
  }
  return new URLSearchParams(text);
}

/** The page `/sign-in/ID` that the provider sends people to; false when the request is for something else. */
export async function serveSignIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.url?.startsWith('/sign-in/') !== true) return false;
  secure(request, response, () => undefined);
  let interaction;
  try {
    interaction = await provider.interactionDetails(request, response);
  } catch {
    send(response, 400, problemPage('This sign-in is over; start again in the program that sent you here.'));
    return true;
  }
  const { client_id: clientId, login_hint: hint } = interaction.params;
  if (request.method !== 'POST') {
    const client = typeof clientId === 'string' ? await provider.Client.find(clientId) : undefined;
    const clientName = client?.clientName ?? 'A program';
    send(response, 200, signInPage({ clientName, hint: typeof hint === 'string' ? hint : undefined }));
    return true;
  }
  const person = personOf((await readForm(request)).get('person') ?? undefined);
  if (person === undefined) send(response, 400, problemPage('Nobody of that id is in this company.'));
  else
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId: person.id, remember: false }, consent: {} },
      { mergeWithLastSubmission: false },
    );
  return true;
}
