import "./without-eval.ts";
import * as z from "zod/mini";
import { createTextCleaner } from "../core/clean/cleaner.ts";
import type { DecidedUnit } from "../core/clean/decision.ts";
import { parseModel } from "../core/model/model.ts";
import { articleOf, blockEnd, type ShownArticle } from "./article.ts";
import { ArticleView } from "./article-view.ts";
import { carriedOver } from "./edit.ts";
import { explainParagraphs } from "./explanation.ts";
import { embeddedBytes, pageElement } from "./page-elements.ts";
import { copyText, replaceText } from "./text-field.ts";

/*
 * What the demo page does: decides the text in its field anew with every change, on the page itself, and shows what
 * would be cut. Nothing is sent or kept.
 */

/** Texts longer than this, in code units, are decided when nothing was typed for {@link REST_MS}. */
const LONG_TEXT = 200_000;
const REST_MS = 250;

const field = pageElement("article", HTMLTextAreaElement);
const slider = pageElement("threshold", HTMLInputElement);
const threshold = pageElement("threshold-value", HTMLOutputElement);
const status = pageElement("status", HTMLElement);
const speed = pageElement("speed", HTMLElement);
const examples = pageElement("examples", HTMLSelectElement);
const presets = [...document.querySelectorAll<HTMLButtonElement>("button[data-threshold]")];

const cleaner = createTextCleaner(parseModel(embeddedBytes(pageElement("model", HTMLElement))));
const texts = z
  .record(z.string(), z.string())
  .parse(JSON.parse(pageElement("texts", HTMLElement).textContent ?? ""));

let decided: { readonly text: string; readonly paragraphs: readonly DecidedUnit[] } = {
  text: "",
  paragraphs: [],
};
let isRestored: readonly boolean[] = [];
let article: ShownArticle = articleOf("", [], []);
let rest: ReturnType<typeof setTimeout> | undefined;

const view = new ArticleView(pageElement("decided", HTMLElement), {
  explain: (shown, indices) => explainParagraphs(cleaner, shown, indices),
  toggle(first) {
    const isCut = article.paragraphs[first]?.fate === "cut";
    const end = blockEnd(article.paragraphs, first);
    isRestored = isRestored.map((was, index) => (index >= first && index < end ? isCut : was));
    show();
  },
});

function decide(): void {
  const start = performance.now();
  clearTimeout(rest);
  rest = undefined;
  const text = field.value;
  const { paragraphs } = cleaner.clean(text, { threshold: slider.valueAsNumber });
  const before = {
    texts: article.paragraphs.map((paragraph) => paragraph.text),
    marks: isRestored,
  };
  const after = paragraphs.map(({ span }) => text.slice(span.start, span.end));
  isRestored = carriedOver(before, after, false);
  decided = { text, paragraphs };
  performance.clearMeasures();
  const { duration } = performance.measure("decide", { start });
  show();
  performance.measure("decide and show", { start });
  speed.textContent = `Decided in ${Math.max(1, Math.round(duration))} ms`;
}

function show(): void {
  article = articleOf(decided.text, decided.paragraphs, isRestored);
  view.show(article);
  const count = (fate: string): number =>
    article.paragraphs.filter((paragraph) => paragraph.fate === fate).length;
  const all = article.paragraphs.length;
  const unsure = count("unsure") > 0 ? `, ${count("unsure")} unsure` : "";
  say(`${count("cut")} of ${all} paragraph${all === 1 ? "" : "s"} cut${unsure}`);
}

function say(message: string): void {
  if (status.textContent !== message) status.textContent = message;
}

function showThreshold(): void {
  threshold.value = slider.valueAsNumber.toFixed(2);
  for (const preset of presets) {
    preset.setAttribute("aria-pressed", String(preset.dataset["threshold"] === slider.value));
  }
}

async function copy(): Promise<void> {
  if (rest !== undefined) decide();
  const isDone = await copyText(article.cleaned);
  say(isDone ? "Copied" : "The browser does not allow copying; choose “as cleaned” and copy there");
}

/** The paragraph with the caret is seen beside it. */
function followCaret(): void {
  requestAnimationFrame(() => view.reveal(field.selectionStart));
}

field.addEventListener("input", () => {
  if (field.value !== texts[examples.value]) examples.value = "";
  if (field.value.length > LONG_TEXT) {
    clearTimeout(rest);
    rest = setTimeout(decide, REST_MS);
  } else {
    decide();
  }
  followCaret();
});
for (const event of ["keyup", "pointerup"]) field.addEventListener(event, followCaret);
slider.addEventListener("input", () => {
  showThreshold();
  decide();
});
for (const preset of presets) {
  preset.addEventListener("click", () => {
    slider.value = preset.dataset["threshold"] ?? slider.value;
    showThreshold();
    decide();
  });
}
examples.addEventListener("change", () => {
  replaceText(field, texts[examples.value] ?? "");
  examples.focus();
  const firstCut = article.paragraphs.find(({ fate }) => fate === "cut");
  requestAnimationFrame(() => view.reveal(firstCut?.span.end ?? 0));
});
pageElement("clear", HTMLButtonElement).addEventListener("click", () => replaceText(field, ""));
pageElement("copy", HTMLButtonElement).addEventListener("click", () => void copy());
for (const input of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
  input.addEventListener("change", () => {
    document.body.dataset["view"] = input.value;
  });
}

field.value = texts[examples.value] ?? "";
showThreshold();
decide();
