// Reads a site whose pages are made by a script, with Playwright, and prints each article, cleaned, as a line of JSON.
import { chromium } from "playwright-core";
import { loadCleaner } from "tapis";

const [, , frontPage = "https://news.example/"] = process.argv;
const cleaner = await loadCleaner();

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
});
try {
  const page = await browser.newPage();
  await page.goto(frontPage);
  const links = await page.locator("a.story").all();
  const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
  for (const path of paths) {
    if (path === null) continue;
    const url = new URL(path, frontPage).href;
    await page.goto(url);
    await page.locator("article p").first().waitFor();
    const paragraphs = await page.locator("article p").allInnerTexts();
    const { text, cuts } = cleaner.clean(paragraphs.join("\n\n"));
    console.log(JSON.stringify({ url, title: await page.innerText("article h1"), text, cuts }));
  }
} finally {
  await browser.close();
}
