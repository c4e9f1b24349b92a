import { expect, test } from "vitest";
import { escapeHtml } from "../../src/report/escape-html.ts";

test("nothing is markup any more, in an element or in an attribute", () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
});

test("what shows as nothing or turns the text is replaced, line breaks stay", () => {
  expect(escapeHtml("a\u0000b\u202Ec\uD800d\n\te")).toBe("a\uFFFDb\uFFFDc\uFFFDd\n\te");
});

test("letters of every script stay as they are", () => {
  expect(escapeHtml("harga beras 𝐬 ราคา 米")).toBe("harga beras 𝐬 ราคา 米");
});
