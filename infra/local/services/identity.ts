import { identityUrl } from '../environment.ts';
import type { LocalStack } from '../stack.ts';
import type { Service } from '../supervision/service.ts';

/** Who is who: an OpenID provider with the twelve people. */
export function identityService({ ports }: LocalStack): Service[] {
  const metadata = `${identityUrl(ports)}/.well-known/openid-configuration`;
  return [
    {
      name: 'identity',
      program: { kind: 'script', entry: 'infra/local/identity/main.ts' },
      ports: [{ variable: 'ASSENT_IDENTITY_PORT', port: ports.identity }],
      ready: { kind: 'url', url: metadata },
      rows: [{ label: 'Sign-in', url: metadata }],
    },
  ];
}
