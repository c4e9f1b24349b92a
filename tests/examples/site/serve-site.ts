// A small news site on this machine, for the examples to crawl.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ARTICLES } from "./articles.ts";
import { renderAppPage, renderFrontPage, renderPage } from "./pages.ts";

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
