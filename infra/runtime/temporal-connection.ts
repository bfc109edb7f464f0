import { readFileSync } from 'node:fs';
import type { ValuesOf } from './config/section.ts';
import type { temporal } from './config/temporal.ts';

/** How a client or a worker connects; a certificate or an API key switches TLS on. Throws where a file cannot be read. */
export function temporalConnection(config: ValuesOf<(typeof temporal)['variables']>) {
  const { address, tls, apiKey, tlsCertificatePath, tlsKeyPath } = config;
  const hasCertificate = tlsCertificatePath !== undefined && tlsKeyPath !== undefined;
  return {
    address,
    apiKey,
    tls: hasCertificate
      ? { clientCertPair: { crt: readFileSync(tlsCertificatePath), key: readFileSync(tlsKeyPath) } }
      : tls || apiKey !== undefined,
  };
}
