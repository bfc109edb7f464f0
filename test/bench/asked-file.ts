/** The file that `-- --file F` names in place of a bench's own; undefined without it. */
export function askedFile(): string | undefined {
  const at = process.argv.indexOf('--file');
  return at === -1 ? undefined : process.argv[at + 1];
}
