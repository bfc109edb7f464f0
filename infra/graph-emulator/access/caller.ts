/** Who calls, read from the bearer token. */
export type Caller =
  | { readonly kind: 'application'; readonly applicationId: string; readonly permissions: Permissions }
  | {
      readonly kind: 'delegated';
      readonly applicationId: string;
      /** Directory object id of the signed-in person. */
      readonly userId: string;
      readonly permissions: Permissions;
    };

/** Names of Graph permissions (roles of an application, scopes of a person), or all of them. */
export type Permissions = ReadonlySet<string> | 'all';

export function holdsAny(caller: Caller, names: readonly string[]): boolean {
  const { permissions } = caller;
  return permissions === 'all' || names.some((name) => permissions.has(name));
}
