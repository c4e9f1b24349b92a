// A small news site on this machine, for the examples to crawl: a front page, and articles between a menu, a box of other stories and a footer.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ARTICLES, type SiteArticle } from "./articles.ts";

/** A site that is being served. */
export interface Site {
  /** Address of the front page, which links to all articles. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the front page at `/` and the articles at their paths, on a free port of 127.0.0.1.
 *
 * Under `/app` is the same site as an application: its pages are empty until their script has run.
 */
export async function serveSite(): Promise<Site> {
  const pages = new Map([["/", renderFrontPage("")]]);
  pages.set("/app/", renderFrontPage("/app"));
  for (const article of ARTICLES) {
    pages.set(article.path, renderPage(article));
    pages.set(`/app${article.path}`, renderAppPage(article));
  }
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response.writeHead(page === undefined ? 404 : 200, {
      "content-type": "text/html; charset=utf-8",
    });
    response.end(page ?? "<p>Not found</p>");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

const paragraph = (text: string): string => `        <p>${text}</p>`;

function renderFrontPage(base: string): string {
  const items = ARTICLES.map(
    ({ path, title }) => `      <li><a class="story" href="${base}${path}">${title}</a></li>`,
  );
  return renderShell("Harian Muara", `    <ul>\n${items.join("\n")}\n    </ul>`);
}

function renderPage({ title, paragraphs, spam }: SiteArticle): string {
  // The last piece of spam is out of sight, as it often is; the others are not.
  const shown = spam.slice(0, -1).map(paragraph);
  const hidden = spam
    .slice(-1)
    .map((text) => `        <div style="position:absolute;left:-9999px"><p>${text}</p></div>`);
  return renderShell(
    title,
    `    <article>
      <h1>${title}</h1>
      <div class="body">
${[...paragraphs.map(paragraph), ...shown, ...hidden].join("\n")}
      </div>
    </article>
    <aside>
      <h2>Others read</h2>
      <ul><li><a href="/">All stories</a></li></ul>
    </aside>`,
  );
}

/** The article comes as data, and a script makes the page of it. */
function renderAppPage({ title, paragraphs, spam }: SiteArticle): string {
  const story = JSON.stringify({ title, paragraphs: [...paragraphs, ...spam] });
  return renderShell(
    "Harian Muara",
    `    <article></article>
    <script>
      const story = ${story.replaceAll("<", "\\u003c")};
      setTimeout(() => {
        const parts = [["h1", story.title], ...story.paragraphs.map((text) => ["p", text])];
        document.querySelector("article").append(
          ...parts.map(([tag, text]) => Object.assign(document.createElement(tag), { textContent: text })),
        );
      }, 50);
    </script>`,
  );
}

function renderShell(title: string, main: string): string {
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
  </head>
  <body>
    <nav><a href="/">Harian Muara</a></nav>
    <main>
${main}
    </main>
    <footer><p>© Harian Muara. All rights reserved.</p></footer>
  </body>
</html>
`;
}
