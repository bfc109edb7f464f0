import type { Person, PersonId } from './person.ts';

/** Something that may name somebody: words side by side, a mail address, or a directory id. */
export type NameQuery =
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      /** Said as the name of several people: "the budget team". */
      readonly isGroup?: boolean;
    }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'id'; readonly id: PersonId };

/** A group, a distribution list or a team of the directory. */
export interface KnownGroup {
  readonly displayName: string;
  readonly mail?: string;
  /** Whether it is one of the asker's own groups, which are known by a part of their names too. */
  readonly isOwn?: boolean;
  /** Who can be asked; absent where they are too many to be invited by the group's name. */
  readonly members?: readonly Person[];
}

/** Whose an address is. */
export type KnownAddress = { readonly address: string } & (
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'group'; readonly group: KnownGroup }
  /** Of our own organisation, but the account is switched off. */
  | { readonly kind: 'switchedOff'; readonly displayName: string }
  /** Of our own organisation, which has nobody with it. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'outside' }
);

/** What the directory knows of the names that were asked about. */
export interface KnownPeople {
  /** Who bears one of the names, addresses or ids, with the zone, language and clock of the mailbox. */
  readonly people: readonly Person[];
  readonly groups: readonly KnownGroup[];
  /** One for each address that was asked about. */
  readonly addresses: readonly KnownAddress[];
  /**
   * Who may be meant by a name that nobody bears: whom the asker works with, the nearest first and contacts from outside
   * among them, then others with names that begin alike. Their zones are not read.
   */
  readonly nearby: readonly Person[];
}
