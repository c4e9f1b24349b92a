/** The encodings that text may be in. In a file of its own, so that help texts need not load what converts them. */
export const ENCODING_NAMES = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;

/** Name of an encoding. */
export type EncodingName = (typeof ENCODING_NAMES)[number];
