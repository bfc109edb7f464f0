import { z } from 'zod';

import { ServiceError } from '../../../../workflows/ports/service-error.ts';

/** Why a token endpoint gave no token: RFC 6749, 5.2, with what Entra ID adds to it. */
export interface TokenRefusal {
  readonly error: string;
  readonly description: string;
  readonly suberror: string;
  /** A claims request as JSON text: what the person must prove first (claims-challenge of the Entra documentation). */
  readonly claims: string;
}

/** Entra ID wants more of the person than their token proves, such as a second factor. */
export class ClaimsNeededError extends ServiceError {
  readonly claims: string;

  constructor(claims: string, cause: unknown) {
    super({
      reason: 'forbidden',
      service: 'microsoft365',
      message: 'Microsoft 365 wants a further proof of who you are; sign in to Assent again.',
      cause,
    });
    this.claims = claims;
  }
}

const text = z.string().catch('');
const endpointBody = z.object({
  error: z.string(),
  error_description: text,
  suberror: text,
  claims: text,
});
const libraryError = z.object({
  errorCode: z.string(),
  errorMessage: text,
  subError: text,
  claims: text,
});

/** OAuth's codes (RFC 6749, 5.2) and a missing certificate file are permanent; everything else is transient. */
const wrongCredentials = /\b(invalid_client|unauthorized_client|invalid_scope|ENOENT)\b/;
/** The person's sign-in does not do (any more): RFC 6749, 5.2, and OpenID Connect Core, 3.1.2.6. */
const wrongSignIn = /^(invalid_grant|interaction_required|login_required|bad_token)$/;

/** The refusal in the body of a token endpoint's answer; undefined where it holds none. */
export function refusalInBody(body: unknown): TokenRefusal | undefined {
  const parsed = endpointBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { error, error_description: description, suberror, claims } = parsed.data;
  return { error, description, suberror, claims };
}

/** The refusal that MSAL read from the endpoint's answer, somewhere among the causes of the library's error. */
export function refusalInError(error: unknown): TokenRefusal | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; depth += 1) {
    const parsed = libraryError.safeParse(cause);
    if (parsed.success) {
      const { errorCode, errorMessage, subError, claims } = parsed.data;
      return { error: errorCode, description: errorMessage, suberror: subError, claims };
    }
    cause = cause.cause;
  }
  return undefined;
}

function refused(reason: 'forbidden' | 'unavailable', message: string, cause: unknown): ServiceError {
  return new ServiceError({ reason, service: 'microsoft365', message, cause });
}

/** The sign-in service gave no answer, or one that may be another in a while. */
export function signInUnavailable(cause: unknown): ServiceError {
  return refused('unavailable', 'The sign-in service of Microsoft 365 cannot be reached just now.', cause);
}

/** The application's own credentials were refused: nobody but its administrator can mend that. */
export function credentialsRefused(cause: unknown): ServiceError {
  return refused(
    'forbidden',
    'Assent could not sign in to Microsoft 365; its administrator must check the credentials.',
    cause,
  );
}

/** An error of the library for the application's own sign-in, translated. */
export function applicationSignInError(cause: unknown): ServiceError {
  return wrongCredentials.test(String(cause)) ? credentialsRefused(cause) : signInUnavailable(cause);
}

/**
 * Why no token was given on behalf of a person (v2-oauth2-on-behalf-of-flow of the Entra documentation). `refusal` is
 * undefined where the endpoint said nothing that can be understood.
 */
export function personSignInError(refusal: TokenRefusal | undefined, cause: unknown): ServiceError {
  const { error = '', description = '', suberror = '', claims = '' } = refusal ?? {};
  if (claims !== '') return new ClaimsNeededError(claims, cause);
  if ([error, suberror].includes('consent_required') || description.includes('AADSTS65001'))
    return refused(
      'forbidden',
      'Assent may not act for you in Microsoft 365 yet; ask your administrator to consent to its permissions.',
      cause,
    );
  if (wrongSignIn.test(error))
    return refused(
      'forbidden',
      'Microsoft 365 does not take your sign-in; sign in to Assent again, and tell its administrator if that does not help.',
      cause,
    );
  return error === 'invalid_request' || error === 'unsupported_grant_type'
    ? credentialsRefused(cause)
    : applicationSignInError(error === '' ? cause : error);
}
