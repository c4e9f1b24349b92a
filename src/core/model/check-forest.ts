import { TapisError } from "../../errors.ts";
import { type Forest, LEAF } from "./forest.ts";

/**
 * Checks a forest that may come from anywhere.
 *
 * @throws {TapisError} ERR_MODEL_FORMAT when a node asks for no feature of the model, leads backwards or out of the forest
 *   (scoring would not end), or a value is not a number.
 */
export function checkForest(forest: Forest, featureCount: number): void {
  const nodeCount = forest.features.length;
  const isSound =
    forest.roots.every((root) => root < nodeCount) &&
    forest.features.every((_, node) => isNodeSound(forest, node, featureCount));
  if (!isSound) {
    throw new TapisError(
      "ERR_MODEL_FORMAT",
      "model: a tree of the file leads nowhere; install or train it again",
    );
  }
}

function isNodeSound(
  { features, values, children }: Forest,
  node: number,
  featureCount: number,
): boolean {
  const feature = features[node] ?? LEAF;
  const child = children[node] ?? 0;
  const isForward = feature < featureCount && child > node && child + 1 < features.length;
  return (feature === LEAF || isForward) && Number.isFinite(values[node]);
}
