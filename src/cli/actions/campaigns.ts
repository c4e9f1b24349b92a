import * as z from "zod/mini";
import { openStreamOutput } from "../../io/stream-output.ts";
import { runCampaigns } from "../../pipeline/run-campaigns.ts";
import { formatCampaign } from "../../report/campaign-text.ts";
import { parseFlags, WHOLE_NUMBER } from "../flags.ts";
import { countNoun } from "../format-tally.ts";
import { type Terminal, widthOf } from "../terminal.ts";

const CampaignsFlags = z.object({ least: WHOLE_NUMBER, json: z._default(z.boolean(), false) });

/** Does what a `tapis campaigns` command line asks for. */
export async function campaigns(
  paths: readonly string[],
  rawFlags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<void> {
  const { least, json } = parseFlags(CampaignsFlags, rawFlags);
  const summary = await runCampaigns(paths);
  const large = summary.campaigns.filter(({ paragraphs }) => paragraphs >= least);
  const stdout = openStreamOutput(terminal.stdout, "standard output");
  if (json) {
    const document = { format: "tapis-campaigns", version: 1, ...summary, campaigns: large };
    await stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
  } else {
    const width = widthOf(terminal.stdout);
    for (const [index, campaign] of large.entries()) {
      await stdout.write(formatCampaign(campaign, index + 1, width));
    }
  }
  await stdout.commit();
  const grouped = large.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  terminal.stderr.write(
    `tapis: ${grouped} of ${summary.paragraphs} paragraphs are in ${countNoun(large.length, "campaign")}\n`,
  );
}
