/** What is put behind the name of a source that labelled documents are measured on. */
const MARK = " (measured)";

/**
 * The name under which the texts of a source are counted when labelled documents come from it, too: evaluation by source
 * leaves them out, and only them, even where a repository of the same name is among the other texts.
 */
export function measuredSource(source: string): string {
  return `${source}${MARK}`;
}

/** The source's own name, where it is one that labelled documents are measured on; else undefined. */
export function ownNameOfMeasured(source: string): string | undefined {
  return source.endsWith(MARK) ? source.slice(0, -MARK.length) : undefined;
}

/** The name of a source without what stands behind its owner; whether it is measured on stays. */
export function ownerOf(source: string): string {
  const owner = source.split("/")[0] ?? source;
  return ownNameOfMeasured(source) === undefined || owner === source
    ? owner
    : measuredSource(owner);
}
