import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderDemo } from "../../src/demo/page.ts";

const HOSTILE = "</script><!--<script>alert(1)</script>&quot;";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");

const PAGE = renderDemo({
  script: `run("${HOSTILE}")`,
  model: "AAAA",
  threshold: 0.9,
  examples: {
    articles: [{ id: "one", text: HOSTILE }],
    groups: [{ language: "English", choices: [{ id: "one", title: HOSTILE }] }],
  },
  firstExample: "one",
  sha256,
});

test("nothing in the program or the examples ends the element that it stands in", () => {
  const scripts = [...PAGE.matchAll(/<script([^>]*)>(.*?)<\/script>/gsu)];
  expect(scripts.map(([, attributes]) => attributes)).toEqual([
    ' type="application/json" id="texts"',
    ' type="application/octet-stream" id="model"',
    "",
  ]);
  expect(JSON.parse(scripts[0]?.[2] ?? "")).toEqual({ one: HOSTILE });
  expect(PAGE).toContain('<option value="one" selected>&lt;/script&gt;');
});

test("the security policy allows the page's own style and program, and nothing else", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(PAGE)?.[1];
  const style = /<style>(.*)<\/style>/su.exec(PAGE)?.[1] ?? "";
  const script = /<script>(.*)<\/script>/su.exec(PAGE)?.[1] ?? "";
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src 'sha256-${sha256(script)}'; base-uri 'none'; form-action 'none'`,
  );
});

test("it fetches nothing", () => {
  expect(PAGE).not.toMatch(/\b(?:src|href)=|url\(|@import/u);
});

test("presets are offered with their thresholds", () => {
  expect(
    [...PAGE.matchAll(/data-threshold="([^"]*)"[^>]*>(\w+)/gu)].map((match) => match.slice(1)),
  ).toEqual([
    ["0.97", "careful"],
    ["0.9", "default"],
    ["0.6", "thorough"],
  ]);
});
