import type { EncodingName } from "../../formats/encoding/encoding.ts";
import type { FormatName } from "../../formats/format-names.ts";
import type { FormatOptions } from "../../formats/source-document.ts";
import type { FileSource } from "../../pipeline/file-source.ts";
import { streamSource } from "../../pipeline/stream-source.ts";
import type { Terminal } from "../terminal.ts";
import { UsageFault } from "../usage-fault.ts";

/** How inputs are read. */
export interface FormatFlags {
  readonly format?: FormatName | undefined;
  readonly textKey: string;
  readonly encoding?: EncodingName | undefined;
  readonly htmlTo?: "text" | undefined;
}

/** Standard input as a source; text unless the flags say otherwise. */
export function openStdin(flags: FormatFlags, { stdin, stderr }: Terminal): FileSource {
  if (stdin.isTTY === true) stderr.write("tapis: reading standard input; end it with Ctrl-D\n");
  const { format = "text", encoding } = flags;
  if (format === "parquet") {
    throw new UsageFault("Parquet is read from its end: give the path of a file");
  }
  const origin = { name: "<stdin>", format, options: formatOptions(flags), encoding };
  return streamSource(stdin, origin);
}

/** What the flags say about the format. */
export function formatOptions({ textKey, htmlTo }: FormatFlags): FormatOptions {
  return { textKey, htmlTo };
}
