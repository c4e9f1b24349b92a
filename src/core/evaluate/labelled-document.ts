import * as z from "zod/mini";
import { TapisError } from "../../errors.ts";
import { check } from "../check.ts";
import type { Span } from "../text/span.ts";

/** A document with the human truth about it. */
export interface LabelledDocument {
  readonly id: string;
  readonly text: string;
  /** Language code, such as `id`, `ms`, `en`. */
  readonly lang: string;
  /** Where and how the spam stands in it; evaluation gives figures for each. */
  readonly slice: string;
  /** What the article is, such as `news` or `recipe`. */
  readonly kind: string;
  /** Name of the site or file that it came from. */
  readonly source: string;
  /** The injected spans: half-open, in UTF-16 code units of `text`, in order, not overlapping. */
  readonly spam: readonly Span[];
}

const DOCUMENT = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string().check(z.minLength(1)),
  slice: z._default(z.string(), ""),
  kind: z._default(z.string(), ""),
  source: z.optional(z.string()),
  spam: z.array(z.tuple([z.int().check(z.minimum(0)), z.int().check(z.minimum(0))])),
});

/** Where a line stands, and what it lacks. */
export interface DocumentOrigin {
  /** File and line, for messages. */
  readonly place: string;
  /** The source of a document that names none. */
  readonly source: string;
}

/**
 * Reads a labelled document from a line of JSON:
 * `{"id", "text", "lang", "slice", "kind", "source", "spam": [[start, end], …]}`. `slice`, `kind` and `source` may be
 * missing, other fields are passed over.
 *
 * @throws {TapisError} ERR_DOCUMENT_FORMAT when it is not JSON, a field is missing or of another type, or the spans are
 *   empty, out of order, overlap or lie outside the text.
 */
export function parseLabelledDocument(line: string, origin: DocumentOrigin): LabelledDocument {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw fault(origin, "is not JSON", cause);
  }
  const parsed = check(DOCUMENT, value);
  if (!parsed.success) {
    throw fault(origin, z.prettifyError(parsed.error));
  }
  const { source = origin.source, spam, ...document } = parsed.data;
  const spans = spam.map(([start, end]) => ({ start, end }));
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from || end <= start || end > document.text.length) {
      throw fault(
        origin,
        `spam span [${start}, ${end}] must not be empty, begin at ${from} or later and end at ${document.text.length} or earlier`,
      );
    }
    from = end;
  }
  return { ...document, source, spam: spans };
}

function fault({ place }: DocumentOrigin, message: string, cause?: unknown): TapisError {
  return new TapisError("ERR_DOCUMENT_FORMAT", `${place}: ${message}`, { cause });
}
