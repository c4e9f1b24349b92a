import { PRESETS } from "../core/clean/presets.ts";
import { escapeHtml } from "../report/escape-html.ts";
import type { Examples } from "./examples.ts";
import { DEMO_STYLE } from "./look.ts";

/** What the page is made of. */
export interface DemoParts {
  /** Its program: what `main.ts` becomes in one file. */
  readonly script: string;
  /** A model file in base64. */
  readonly model: string;
  /** The threshold of that model. */
  readonly threshold: number;
  readonly examples: Examples;
  /** The example that it opens with. */
  readonly firstExample: string;
  /** SHA-256 of a text as UTF-8, in base64. */
  readonly sha256: (text: string) => string;
}

/**
 * The demo page as one page of HTML that needs nothing else and fetches nothing: its security policy forbids all but its
 * own style and program.
 */
export function renderDemo(parts: DemoParts): string {
  const { examples, model, threshold, sha256 } = parts;
  const script = `\n${parts.script.replaceAll(/<(?=\/script|!--)/giu, "\\x3c")}\n`;
  const style = `\n${DEMO_STYLE}\n`;
  const texts = Object.fromEntries(examples.articles.map(({ id, text }) => [id, text]));
  const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src 'sha256-${sha256(script)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Tapis: paste an article</title>
<style>${style}</style>
</head>
<body data-view="struck">
<header>
<h1>Tapis</h1>
<p>Paste a scraped article: injected gambling spam is struck out as you type. Nothing leaves this page.</p>
</header>
<section class="controls" aria-label="Settings">
<div class="choice"><label for="examples">Example</label><select id="examples" autocomplete="off">
<option value="">Choose an article</option>
${examples.groups.map((group) => exampleOptions(group, parts.firstExample)).join("\n")}
</select></div>
<fieldset class="sure"><legend>Cut what is spam with a probability of at least</legend>
<div><output id="threshold-value" for="threshold"></output><input type="range" id="threshold" aria-label="Least probability" autocomplete="off" min="0.05" max="0.99" step="0.01" value="${threshold}">
<span class="presets">${presetButtons(threshold)}</span></div></fieldset>
</section>
<main>
<section aria-labelledby="article-title">
<div class="bar"><h2 id="article-title"><label for="article">Article</label></h2><button type="button" id="clear">Clear</button></div>
<textarea id="article" spellcheck="false" autocomplete="off" placeholder="Paste an article here."></textarea>
<div class="foot"><span>Undo works as in any text field.</span><span id="speed"></span></div>
</section>
<section aria-labelledby="decided-title">
<div class="bar"><h2 id="decided-title">Result</h2>
<div class="tools"><div class="views" role="radiogroup" aria-label="View"><label><input type="radio" name="view" value="struck" autocomplete="off" checked> struck out</label><label><input type="radio" name="view" value="cleaned" autocomplete="off"> as cleaned</label></div>
<button type="button" id="copy">Copy cleaned text</button></div></div>
<ol id="decided" aria-labelledby="decided-title"></ol>
<div class="foot"><span id="status" role="status"></span><span>Press a probability to see why; ↑ ↓ move.</span></div>
</section>
</main>
<noscript>This page needs scripts to be allowed; it has its own and loads none.</noscript>
<script type="application/json" id="texts">${JSON.stringify(texts).replaceAll("<", "\\u003c")}</script>
<script type="application/octet-stream" id="model">${model}</script>
<script>${script}</script>
</body>
</html>
`;
}

function exampleOptions({ language, choices }: Examples["groups"][number], first: string): string {
  const options = choices.map(
    ({ id, title }) =>
      `<option value="${escapeHtml(id)}"${id === first ? " selected" : ""}>${escapeHtml(title)}</option>`,
  );
  return `<optgroup label="${language}">${options.join("")}</optgroup>`;
}

function presetButtons(threshold: number): string {
  const thresholds = { careful: PRESETS.careful, default: threshold, thorough: PRESETS.thorough };
  return Object.entries(thresholds)
    .map(
      ([name, value]) =>
        `<button type="button" data-threshold="${value}" aria-pressed="false">${name}</button>`,
    )
    .join("");
}
