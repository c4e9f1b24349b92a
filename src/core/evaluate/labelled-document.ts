import type { Span } from "../text/span.ts";

/** A document with the human truth about it. */
export interface LabelledDocument {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly slice: string;
  readonly kind: string;
  readonly source: string;
  /** The injected spans: half-open, in UTF-16 code units of `text`, in order, not touching. */
  readonly spam: readonly Span[];
}
