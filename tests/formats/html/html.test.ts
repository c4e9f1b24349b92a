import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePage } from "../../../src/formats/html/html.ts";
import { cleanBytes } from "../../clean-bytes.ts";

async function clean(html: string): Promise<string> {
  return (await cleanBytes("html", html)).bytes.toString();
}

describe("the text of a page", () => {
  test.for([
    [
      "paragraphs are block elements",
      "<p>One.<p>Two.<ul><li>a<li>b</ul>",
      "One.\n\nTwo.\n\na\n\nb",
    ],
    ["inline elements run on", "<p>A <b>bold</b><i>er</i> word</p>", "A bolder word"],
    ["white space is one space", "<p> A \n\t word </p>\n <p>\n B</p>", "A word\n\nB"],
    ["a <br> ends a line", "<p>a<br> b<br><br>c</p>", "a\nb\n\nc"],
    ["preformatted text stays as it is", "<pre>\n a\n  b</pre>", " a\n  b"],
    ["cells of a row are apart", "<table><tr><td>a<td>b<tr><td>c</table>", "a b\n\nc"],
    [
      "references are what they say",
      "<p>a&amp;b &ampc &#x41;&nbsp;&unknown;",
      "a&b &c A\u00A0&unknown;",
    ],
    ["what is not seen is left out", "<title>t</title><script>s</script><!-- c --><p>a</p>", "a"],
    ["an empty page has none", "", ""],
    ["text may stand anywhere", "a<div>b</div>c", "a\n\nb\n\nc"],
  ] as const)("%s", ([, html, text]) => {
    expect(parsePage(html, "a").text).toBe(text);
  });

  test("names the other sites that a paragraph links to, once, unless it says so itself", () => {
    const html =
      '<link rel=canonical href="https://news.example/1">' +
      '<p><a href="https://www.Shop.example/x">a</a> <a href="//shop.example/y">b</a></p>' +
      '<p><a href="https://news.example/2">c</a> <a href="/3">d</a></p>' +
      '<p><a href="http://u:p@other.example:8080/">other.example</a></p>';
    expect(parsePage(html, "a").text).toBe("a b (shop.example)\n\nc d\n\nother.example");
  });

  test.for([
    "display: none",
    "DISPLAY :NONE !important",
    "position:absolute; left:-9999px",
    "font-size:0",
    "height:1px;overflow:hidden",
    "visibility:hidden",
  ])("knows what is hidden by the style %s", (style) => {
    const { text, hidden } = parsePage(`<p>a</p><div style="${style}"><p>b<p>c</div>d`, "a");
    expect(hidden.map(({ start, end }) => text.slice(start, end).trim())).toEqual(["b\n\nc"]);
  });

  test.for(["", "display:block", "font-size:0.9em", "opacity:0.5", "left:-9999px", "height:10px"])(
    "takes nothing for hidden by the style %s",
    (style) => {
      expect(parsePage(`<p style="${style}">a</p>`, "a").hidden).toEqual([]);
    },
  );
});

describe("what is cut", () => {
  test.for([
    [
      "an element of which nothing stays",
      "<p>a</p>\n<p class=x>slot</p>\n<p>b",
      "<p>a</p>\n\n<p>b",
    ],
    [
      "with what is around it",
      "<div><p>a</p></div><div><ul><li>slot</ul></div>",
      "<div><p>a</p></div>",
    ],
    ["of a paragraph that stays, the text", "<p>a<br>slot <b>x</b><br>b</p>", "<p>a<br>b</p>"],
    ["an image in a paragraph of spam", "<p><a href=x><img src=y></a> slot</p><p>a", "<p>a"],
    ["no image beside spam", "<figure><img><p>slot</p></figure>", "<figure><img></figure>"],
    [
      "a row of a table, never a cell",
      "<table><tr><td>slot<td>x<tr><td>a</table>",
      "<table><tr><td>a</table>",
    ],
    [
      "not the page, the article or their tags",
      "<html><body><article><p>slot</article></html>",
      "<html><body><article></article></html>",
    ],
    [
      "nothing behind an element that is not closed",
      "<body><div><p>slot</body></html>",
      "<body></body></html>",
    ],
    ["text with references", "<p>a<br>slot&nbsp;&amp;&#8203;x<br>b &lt;", "<p>a<br>b &lt;"],
    ["text with carriage returns", "<pre>a\r\nslot\r\nb</pre>", "<pre>a\r\nb</pre>"],
    ["upper case, and attributes with brackets", '<P>a</P><P TITLE="1>2">slot</P>', "<P>a</P>"],
    ["a link in a line, with its tags", "<p>a</p><div><a href='//x.y'>slot</a></div>", "<p>a</p>"],
    ["a byte order mark is none of it", "\uFEFF<p>slot</p><p>a</p>", "\uFEFF<p>a</p>"],
  ] as const)("%s", async ([, html, wanted]) => {
    expect(await clean(html)).toBe(wanted);
  });

  test.for([
    ["tags that are closed in the wrong order", "<b><p>slot</b> x</p>a<p>b</p>", "a<p>b</p>"],
    ["text that is moved out of a table", "<table>a<tr><td>slot</table>", "<table>a</table>"],
    [
      "text that was put together",
      "<table>a<tr>slot<td>b</table>",
      "<table>a<tr>slot<td>b</table>",
    ],
    ["formatting that is not closed", "<p><b>slot<p>a<p>b", "<p>a<p>b"],
  ] as const)("loses no news to %s", async ([, html, wanted]) => {
    const cleaned = await clean(html);
    expect(cleaned).toBe(wanted);
  });

  test("says when it was hidden", async () => {
    const { removed } = await cleanBytes("html", "<p>a</p><p hidden>slot</p><p>b<p>slot");
    const records = removed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ hidden }) => hidden)).toEqual([true, undefined]);
  });
});

test("becomes text when that is asked for, without names of sites that stand on no page", async () => {
  const html = "<p>a</p><p><a href='//x.example'>b</a></p><p>slot</p>";
  const { bytes } = await cleanBytes("html", html, { htmlTo: "text" });
  expect(bytes.toString()).toBe("a\n\nb\n");
  const clean = await cleanBytes("html", "<p>a", { htmlTo: "text" });
  expect(clean.bytes.toString()).toBe("a\n");
});

describe("a page that would take too long", () => {
  test.for([
    ["is nested too deep", "<div>".repeat(20_000), "a: elements nested more than 5000 deep"],
    [
      "repeats formatting in every paragraph",
      `<p>${Array.from({ length: 2000 }, (_, size) => `<font size=${size}>`).join("")}${"x</p><p>".repeat(2000)}`,
      "a: formatting elements that are never closed",
    ],
  ] as const)("is rejected when it %s", async ([, html, message]) => {
    expect((await cleanBytes("html", html)).warnings).toEqual([message]);
  });
});

const Markup = fc.string({
  unit: fc.constantFrom(
    ..."<p> </p> <div> </div> <b> </b> <a> <br> <table> <tr> <td> </table> <li> <pre> &amp; &#1; & < a slot \n \r \0 <!-- -->".split(
      " ",
    ),
    " ",
  ),
});

test("comes back byte for byte when nothing is cut, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(Markup, async (html) => {
      const page = parsePage(html, "a");
      expect(page.rewrite({ text: page.text, cuts: [] })).toBe(html);
    }),
  );
});

test("keeps every word of news, whatever the markup is", async () => {
  await fc.assert(
    fc.asyncProperty(Markup, async (html) => {
      const words = parsePage(html, "a")
        .text.split("\n")
        .filter((line) => !line.includes("slot"));
      const kept = parsePage(await clean(html), "a").text;
      expect(countLetters(kept)).toBeGreaterThanOrEqual(countLetters(words.join("\n")));
    }),
    { numRuns: 500 },
  );
});

function countLetters(text: string): number {
  return text.replaceAll("slot", "").replaceAll(/[^a]/g, "").length;
}

const Paragraph = fc.constantFrom(
  "<b>A</b> b",
  "a <a href=/x>b</a> &amp; c",
  "slot x",
  "<i>slot</i>",
);
const Wrapper = fc.constantFrom("p", "div", "li", "section", "h2");

test("of tidy markup, exactly the paragraphs stay that are not cut", async () => {
  const blocks = fc.array(fc.tuple(Wrapper, Paragraph, fc.boolean()));
  await fc.assert(
    fc.asyncProperty(blocks, async (tree) => {
      const html = tree
        .map(([tag, inner, isDeep]) => {
          const block = `<${tag}>${inner}</${tag}>\n`;
          return isDeep ? `<div><div>\n${block}</div></div>` : block;
        })
        .join("");
      const kept = parsePage(html, "a")
        .text.split("\n\n")
        .filter((line) => !line.includes("slot"));
      expect(parsePage(await clean(html), "a").text).toBe(kept.join("\n\n"));
    }),
  );
});
