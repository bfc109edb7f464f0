export interface Mail {
  /** Repeating a mail with the same key sends nothing. */
  readonly idempotencyKey: string;
  readonly to: readonly { readonly address: string; readonly name: string }[];
  readonly subject: string;
  readonly html: string;
}

/** Rejects with `ServiceError`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
