import { section } from './section.ts';
import { hostAndPort, yesOrNo } from './shapes.ts';
import { optional, secret, withDefault } from './variable.ts';

/** Where meetings live: Temporal's own server, a cluster, or Temporal Cloud. */
export const temporal = section(
  'Temporal',
  {
    address: withDefault(
      'TEMPORAL_ADDRESS',
      'host and port of the Temporal server',
      '127.0.0.1:7233',
      hostAndPort,
    ),
    namespace: withDefault('TEMPORAL_NAMESPACE', 'the Temporal namespace of the meetings', 'default'),
    makesCurrent: withDefault(
      'TEMPORAL_MAKE_CURRENT',
      'whether a worker makes its own build the current one; false where a deployment does',
      'true',
      yesOrNo,
    ),
    tls: withDefault(
      'TEMPORAL_TLS',
      'whether to speak TLS to Temporal (Temporal Cloud needs it; an API key or a certificate switches it on)',
      'false',
      yesOrNo,
    ),
    apiKey: secret(optional('TEMPORAL_API_KEY', 'the API key of Temporal Cloud')),
    tlsCertificatePath: optional(
      'TEMPORAL_TLS_CERTIFICATE_PATH',
      'a file with the client certificate for Temporal (PEM)',
    ),
    tlsKeyPath: optional('TEMPORAL_TLS_KEY_PATH', 'a file with the key of that certificate (PEM)'),
  },
  ({ tlsCertificatePath, tlsKeyPath }) =>
    (tlsCertificatePath === undefined) === (tlsKeyPath === undefined)
      ? []
      : [
          'TEMPORAL_TLS_CERTIFICATE_PATH and TEMPORAL_TLS_KEY_PATH are only of use together; set both or neither.',
        ],
);
