import { AppPackageError } from './app-package-error.ts';

const place = /\$\{\{(\w+)\}\}/g;

/**
 * The manifest with its `${{NAME}}` places filled in (the notation of the Microsoft 365 Agents Toolkit).
 * @throws AppPackageError for text that is not JSON and for places that nothing is given for.
 */
export function fillManifest(template: string, values: Readonly<Record<string, string>>): unknown {
  const missing = new Set<string>();
  const fill = (_key: string, value: unknown): unknown =>
    typeof value === 'string'
      ? value.replaceAll(place, (whole, name: string) => {
          const given = values[name];
          if (given === undefined) missing.add(name);
          return given ?? whole;
        })
      : value;
  let manifest: unknown;
  try {
    manifest = JSON.parse(template, fill);
  } catch (error) {
    throw new AppPackageError([`manifest.json is not JSON: ${String(error)}.`]);
  }
  if (missing.size > 0)
    throw new AppPackageError(
      [...missing].map((name) => `manifest.json asks for \${{${name}}}, which nothing is given for.`),
    );
  return manifest;
}
