// Fetches pages, takes the article out of each with Readability, cleans it, and prints a line of JSON for each.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { loadCleaner } from "tapis";

const cleaner = await loadCleaner();

for (const url of process.argv.slice(2)) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = parseHTML(await response.text());
  const article = new Readability(page.document).parse();
  if (!article?.content) throw new Error(`${url}: no article`);
  const { document } = parseHTML(`<html><body>${article.content}</body></html>`);
  const paragraphs = [...document.querySelectorAll("p, h2, h3, li")];
  const { text, cuts } = cleaner.clean(
    paragraphs.map((paragraph) => paragraph.textContent.trim()).join("\n\n"),
  );
  console.log(JSON.stringify({ url, title: article.title, text, cuts }));
}
