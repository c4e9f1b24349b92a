import type { Campaign } from "../core/campaigns/campaigns.ts";
import type { Count } from "../core/campaigns/ranked.ts";
import { escapeControls } from "./escape-controls.ts";
import { formatCount } from "./progress-line.ts";
import { wrapWords } from "./wrap-words.ts";

const MOST_EXAMPLE = 300;

/** A campaign as terminal text: how large it is, what recurs in it, and how it reads. */
export function formatCampaign(campaign: Campaign, number: number, width: number): string {
  const { paragraphs, documents, templates, example, brands, hosts, phones } = campaign;
  const lines = [
    `${number}. ${formatCount(paragraphs)} paragraphs in ${formatCount(documents)} documents, by ${formatCount(templates)} templates`,
    ...marksLine("brands", brands),
    ...marksLine("hosts", hosts),
    ...marksLine("phones", phones),
  ];
  const shown = example.length > MOST_EXAMPLE ? `${example.slice(0, MOST_EXAMPLE)} …` : example;
  const words = shown.split(/\s+/).map(escapeControls);
  const text = wrapWords(words, Math.max(20, width - 3)).map((line) => `   ${line}`);
  return `${[...lines, ...text].join("\n")}\n\n`;
}

function marksLine(title: string, marks: readonly Count[]): string[] {
  if (marks.length === 0) return [];
  const named = marks.map(({ name, count }) => `${escapeControls(name)} (${formatCount(count)})`);
  return [`   ${title}: ${named.join(", ")}`];
}
