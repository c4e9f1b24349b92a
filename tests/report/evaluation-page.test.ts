import { expect, test } from "vitest";
import { summarize } from "../../src/core/evaluate/evaluation.ts";
import { renderEvaluation } from "../../src/report/evaluation-page.ts";
import { smallEvaluation } from "./small-evaluation.ts";

const PAGE = renderEvaluation(smallEvaluation());

test("is one page with its four curves, for light and dark", () => {
  expect(PAGE).toMatch(/^<!doctype html>/);
  expect(PAGE.match(/<svg /g)).toHaveLength(4);
  expect(PAGE).toContain("prefers-color-scheme: dark");
});

test("needs nothing but itself, and runs nothing", () => {
  expect(PAGE).not.toMatch(/<(?:script|link|img|iframe|object)\b|\b(?:src|href)=|url\(|@import/i);
  expect(PAGE).toContain("default-src 'none'");
});

test("nothing in a document becomes markup", () => {
  expect(PAGE).toContain("<h3>&lt;/h3&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h3>");
  expect(PAGE).toContain("&lt;b onclick=&quot;x&quot;&gt;slot&lt;/b&gt; &amp; news\uFFFD(0");
  expect(PAGE).toContain("a&lt;b");
});

test("every element is closed again", () => {
  const markup = PAGE.replace(/<style>[^]*?<\/style>/, "").replace(/<meta [^>]*>/g, "");
  const tags = markup.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/g);
  const open: string[] = [];
  const isClosed = [...tags].every(([, isEnd, name = "", isEmpty]) => {
    if (isEnd === "/") return open.pop() === name;
    if (isEmpty === "") open.push(name);
    return true;
  });
  expect({ isClosed, open }).toEqual({ isClosed: true, open: [] });
});

test("shows the figures with their intervals", () => {
  expect(PAGE).toMatch(/<td>documents exact<\/td><td>33\.33<\/td><td>0\.00–100\.00<\/td>/);
  expect(PAGE).toContain("<td>keywords</td>");
});

test("can be made of no documents", () => {
  const empty = summarize([], { threshold: 0.5, worstCount: 0, explain: () => [], against: [] });
  const page = renderEvaluation(empty);
  expect(page).toContain("<td>documents exact</td><td>–</td><td>–</td>");
  expect(page).not.toMatch(/points="[^"]*NaN/);
});
