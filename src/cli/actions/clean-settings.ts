import { digestFile, digestTexts } from "../../io/digest-file.ts";
import { readPackageVersion } from "../../io/package-version.ts";
import { BUNDLED_MODEL } from "../../pipeline/load-model.ts";
import type { RunSettings } from "../../pipeline/ledger-schema.ts";
import { formatShard } from "../../pipeline/shard.ts";
import type { CleanFlags } from "../clean-flags.ts";
import { thresholdOf } from "../decision-flags.ts";

/** Whatever decides what comes out of a `tapis clean` run, so that another one goes on only if it was asked for the same. */
export async function cleanSettings(
  flags: CleanFlags,
  inputs: readonly string[],
): Promise<RunSettings> {
  const { format, textKey, encoding, htmlTo, out, inPlace, backup, removed, rejects } = flags;
  return {
    version: readPackageVersion(),
    model: await digestFile(flags.model ?? BUNDLED_MODEL),
    threshold: thresholdOf(flags) ?? null,
    format: format ?? null,
    "text key": textKey,
    encoding: encoding ?? null,
    "form of HTML": htmlTo ?? null,
    "greatest share cut": flags.maxCut ?? null,
    "treatment of empty documents": flags.dropEmpty,
    output: inPlace ? "in place" : (out ?? null),
    share: flags.shard === undefined ? null : formatShard(flags.shard),
    "backup suffix": backup ?? null,
    "file of cuts": removed ?? null,
    "file of rejects": rejects ?? null,
    "set of inputs": digestTexts(inputs),
  };
}
