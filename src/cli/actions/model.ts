import * as z from "zod/mini";
import { assertSeparate } from "../../io/assert-separate.ts";
import { exportNaturalModel, importNaturalModel } from "../../pipeline/exchange-model.ts";
import { parseFlags } from "../flags.ts";
import type { Terminal } from "../terminal.ts";

const FILE_NAME = z.string().check(z.minLength(1, "must name a file"));
const ExportFlags = z.object({ natural: FILE_NAME, model: z.optional(FILE_NAME) });
const ImportFlags = z.object({ out: FILE_NAME });

/** Does what a `tapis model export` command line asks for. */
export async function exportModel(
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { natural, model } = parseFlags(ExportFlags, rawFlags);
  await assertSeparate({ inputs: model === undefined ? [] : [model], outputs: [natural] });
  const wordCount = await exportNaturalModel({ from: model, to: natural });
  terminal.stderr.write(`tapis: exported ${wordCount} words\n`);
}

/** Does what a `tapis model import` command line asks for. */
export async function importModel(
  file: string,
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { out } = parseFlags(ImportFlags, rawFlags);
  await assertSeparate({ inputs: [file], outputs: [out] });
  const wordCount = await importNaturalModel({ from: file, to: out });
  terminal.stderr.write(`tapis: imported ${wordCount} words\n`);
}
