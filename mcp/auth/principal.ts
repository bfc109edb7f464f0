import type { PersonId } from '../../workflows/domain/people/person.ts';

/** What a verified access token says. */
export interface Principal {
  readonly clientId: string;
  /** A person's delegated token, or an application's own. */
  readonly subject:
    { readonly kind: 'person'; readonly personId: PersonId } | { readonly kind: 'application' };
  readonly scopes: ReadonlySet<string>;
  readonly expiresAtMs: number;
  /** A hash of the token (base64), used as the key of everything cached for it. */
  readonly tokenHash: string;
}
