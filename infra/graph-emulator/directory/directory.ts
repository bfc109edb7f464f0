import type { Database } from '../storage/database.ts';
import type { Mailbox, MailboxSettings } from './mailbox.ts';
import { PeopleIndex } from './people-index.ts';
import type { Json } from '../protocol/json.ts';

/** A group; where `team` is set it is a team with the same id. */
export interface Group {
  readonly id: string;
  readonly profile: Json;
  /** Directory object ids of people. */
  readonly members: readonly string[];
}

/** People, rooms and groups: held in memory, written through to SQLite. */
export class Directory {
  readonly #database: Database;
  readonly #byId = new Map<string, Mailbox>();
  readonly #byAddress = new Map<string, Mailbox>();
  readonly #groups = new Map<string, Group>();
  #index: PeopleIndex | undefined;

  constructor(database: Database) {
    this.#database = database;
    this.load();
  }

  load(): void {
    this.#byId.clear();
    this.#byAddress.clear();
    this.#groups.clear();
    this.#index = undefined;
    for (const row of this.#database.all(
      'SELECT id, kind, mail, profile, settings FROM mailboxes ORDER BY position',
    )) {
      const profile = JSON.parse(String(row['profile'])) as Json;
      this.#remember({
        id: String(row['id']),
        kind: row['kind'] === 'room' ? 'room' : 'user',
        mail: String(row['mail']),
        displayName: String(profile['displayName']),
        profile,
        settings: JSON.parse(String(row['settings'])) as MailboxSettings,
      });
    }
    for (const row of this.#database.all('SELECT id, profile, members FROM groups')) {
      const group = {
        id: String(row['id']),
        profile: JSON.parse(String(row['profile'])) as Json,
        members: JSON.parse(String(row['members'])) as string[],
      };
      this.#groups.set(group.id, group);
    }
  }

  #remember(mailbox: Mailbox): void {
    this.#index = undefined;
    this.#byId.set(mailbox.id, mailbox);
    this.#byAddress.set(mailbox.mail.toLowerCase(), mailbox);
    const principal = mailbox.profile['userPrincipalName'];
    if (typeof principal === 'string') this.#byAddress.set(principal.toLowerCase(), mailbox);
  }

  add(mailbox: Mailbox): void {
    this.#database.run(
      'INSERT INTO mailboxes (id, kind, mail, position, profile, settings) VALUES (?, ?, ?, ?, ?, ?)',
      mailbox.id,
      mailbox.kind,
      mailbox.mail.toLowerCase(),
      this.#byId.size,
      JSON.stringify(mailbox.profile),
      JSON.stringify(mailbox.settings),
    );
    this.#remember(mailbox);
  }

  changeSettings(id: string, settings: MailboxSettings): void {
    const mailbox = this.#byId.get(id);
    if (mailbox === undefined) return;
    this.#database.run('UPDATE mailboxes SET settings = ? WHERE id = ?', JSON.stringify(settings), id);
    this.#remember({ ...mailbox, settings });
  }

  /** By object id, mail address or user principal name; letter case does not matter. */
  find(key: string): Mailbox | undefined {
    const lower = key.toLowerCase();
    return this.#byId.get(lower) ?? this.#byAddress.get(lower);
  }

  users(): Mailbox[] {
    return [...this.#byId.values()].filter((mailbox) => mailbox.kind === 'user');
  }

  /** For searches; made anew after people came or changed. */
  peopleIndex(): PeopleIndex {
    this.#index ??= new PeopleIndex(this.users());
    return this.#index;
  }

  rooms(): Mailbox[] {
    return [...this.#byId.values()].filter((mailbox) => mailbox.kind === 'room');
  }

  addGroup(group: Group): void {
    this.#database.run(
      'INSERT INTO groups (id, profile, members) VALUES (?, ?, ?)',
      group.id,
      JSON.stringify(group.profile),
      JSON.stringify(group.members),
    );
    this.#groups.set(group.id, group);
  }

  group(id: string): Group | undefined {
    return this.#groups.get(id.toLowerCase());
  }

  groups(): Group[] {
    return [...this.#groups.values()];
  }
}
