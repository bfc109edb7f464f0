/** Names in a row, and how many people they are, which a verb may depend on. */
export interface ListedNames {
  readonly text: string;
  readonly count: number;
}
