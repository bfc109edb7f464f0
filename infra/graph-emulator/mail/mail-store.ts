import type { Database } from '../storage/database.ts';
import type { Json } from '../protocol/json.ts';

export interface SentMail {
  readonly id: number;
  /** Object id of the mailbox that sent it. */
  readonly sender: string;
  readonly sent: string;
  /** Graph's `message`. */
  readonly message: Json;
  readonly savedToSentItems: boolean;
}

/** Mail that was sent through Graph; nothing leaves the machine. */
export class MailStore {
  readonly #database: Database;
  readonly #listeners = new Set<() => void>();

  constructor(database: Database) {
    this.#database = database;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(mail: Omit<SentMail, 'id'>): void {
    this.#database.run(
      'INSERT INTO mails (sender, sent, message, saved) VALUES (?, ?, ?, ?)',
      mail.sender,
      mail.sent,
      JSON.stringify(mail.message),
      mail.savedToSentItems ? 1 : 0,
    );
    this.#database.onCommit(() => {
      for (const listener of this.#listeners) listener();
    });
  }

  /** Newest first. */
  list(maximum = 200): SentMail[] {
    return this.#database.all('SELECT * FROM mails ORDER BY id DESC LIMIT ?', maximum).map((row) => ({
      id: Number(row['id']),
      sender: String(row['sender']),
      sent: String(row['sent']),
      message: JSON.parse(String(row['message'])) as Json,
      savedToSentItems: row['saved'] === 1,
    }));
  }
}
