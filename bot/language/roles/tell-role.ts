import { bucketOf, probabilities, unpack } from '../learned/weights.ts';
import type { Weights } from '../learned/weights.ts';
import { roleFeatures, roles } from './role-features.ts';
import type { Role, RolePart, RoleSentence } from './role-features.ts';
import table from './tables/roles.json' with { type: 'json' };

let learned: Weights | undefined;

/** The likeliest role of a part of a sentence. */
export function tellRole(
  sentence: RoleSentence,
  part: RolePart,
  weights: Weights = (learned ??= unpack(table)),
): Role {
  const found = new Set(roleFeatures(sentence, part).map((feature) => bucketOf(feature, weights.buckets)));
  const chances = probabilities(weights, found, found.size);
  return roles[chances.indexOf(Math.max(...chances))] ?? 'which';
}
