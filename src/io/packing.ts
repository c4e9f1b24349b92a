/** How a file is packed, as its name says. */
export type Packing = "gzip" | "zstd";

/** How a file of this name is packed; undefined when it is not. Upper and lower case are the same. */
export function packingOf(path: string): Packing | undefined {
  if (/\.gz$/i.test(path)) return "gzip";
  return /\.zst$/i.test(path) ? "zstd" : undefined;
}
