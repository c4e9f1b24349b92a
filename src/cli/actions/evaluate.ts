import type { Evaluation } from "../../core/evaluate/evaluation.ts";
import { assertSeparate } from "../../io/assert-separate.ts";
import { findInputs } from "../../io/find-inputs.ts";
import { openStreamOutput } from "../../io/stream-output.ts";
import { writeWholeFile } from "../../io/write-file.ts";
import { runEvaluate } from "../../pipeline/run-evaluate.ts";
import { renderEvaluation } from "../../report/evaluation-page.ts";
import { formatEvaluation } from "../../report/evaluation-table.ts";
import { type EvaluateFlags, parseEvaluateFlags } from "../evaluate-flags.ts";
import { thresholdOf } from "../decision-flags.ts";
import type { Terminal } from "../terminal.ts";
import { isColorTerminal } from "./is-color-terminal.ts";

/** Files that are taken when a folder is searched. */
const EXTENSIONS = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

/** The tables are made for this width, and the worst documents wrapped to it. */
const WIDTH = 80;

/** Does what a `tapis evaluate` command line asks for. */
export async function evaluate(
  paths: readonly string[],
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const flags = parseEvaluateFlags(rawFlags);
  const { model, html, cleaned, bySource: corpus, data, trees: treeCount } = flags;
  const found = await findInputs(paths, { extensions: EXTENSIONS });
  await assertSeparate({
    inputs: [
      ...found.paths,
      ...(model === undefined ? [] : [model]),
      ...(corpus === undefined ? [] : [`${corpus}/spam.jsonl.gz`]),
    ],
    outputs: [html, cleaned].filter((path) => path !== undefined),
  });
  const { stderr } = terminal;
  const showProgress = (step: string): unknown =>
    stderr.isTTY === true && stderr.write(`\r\u001B[K${step}`);
  const evaluation = await runEvaluate({
    paths: found.paths,
    model,
    threshold: thresholdOf(flags),
    worstCount: flags.worst,
    bySource: corpus === undefined ? undefined : { corpus, data, treeCount },
    cleaned,
    against: flags.against,
    onStep: showProgress,
  });
  showProgress("");
  if (html !== undefined) await writeWholeFile(html, renderEvaluation(evaluation));
  const stdout = openStreamOutput(terminal.stdout, "standard output");
  const look = { width: WIDTH, isColored: flags.color ?? isColorTerminal(terminal) };
  await stdout.write(
    flags.json ? `${JSON.stringify(evaluation)}\n` : formatEvaluation(evaluation, look),
  );
  await stdout.commit();
  for (const finding of findingsOf(evaluation, flags)) {
    terminal.exitCode = 1;
    stderr.write(`tapis: ${finding}\n`);
  }
}

/** What is not as it was asked for. */
function findingsOf({ all }: Evaluation, { minExact = 0, maxLost = 100 }: EvaluateFlags): string[] {
  const exact = 100 * all.exact.value;
  const lost = 100 * all.newsLost.value;
  const findings: string[] = [];
  if (!(exact >= minExact)) {
    findings.push(`${exact.toFixed(2)} % of the documents are exact, asked for ${minExact} %`);
  }
  if (!(lost <= maxLost)) {
    findings.push(`${lost.toFixed(3)} % of the news is lost, at most ${maxLost} % may be`);
  }
  return findings;
}
