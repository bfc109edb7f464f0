/** Why the local stack cannot start: a sentence that names the cause and the way out. */
export class LocalStackError extends Error {
  override readonly name = 'LocalStackError';
}
