// Crawls a news site with Crawlee, and saves each article without the spam that was injected into it.
import { CheerioCrawler } from "@crawlee/cheerio";
import { loadCleaner } from "tapis";

const [, , frontPage = "https://news.example/"] = process.argv;
const cleaner = await loadCleaner();

const crawler = new CheerioCrawler({
  maxRequestsPerCrawl: 100,
  async requestHandler({ request, $, enqueueLinks, pushData }) {
    if (request.label !== "story") {
      await enqueueLinks({ selector: "a.story", label: "story" });
      return;
    }
    const title = $("article h1").text();
    const paragraphs = $("article p").toArray();
    const article = paragraphs.map((paragraph) => $(paragraph).text().trim()).join("\n\n");
    const { text, cuts } = cleaner.clean(article);
    await pushData({ url: request.url, title, text, cuts });
  },
});

await crawler.run([frontPage]);
