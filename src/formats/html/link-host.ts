import type { PageElement } from "./parse-tree.ts";

/** The host that a link leads to, lower case, without `www.`; undefined when it stays on its site or is no link to a page. */
export function hostOfLink({ attrs }: PageElement): string | undefined {
  return hostOf(attrs.find(({ name }) => name === "href")?.value);
}

/** The host that an element of the head says the page is on; undefined for all other elements. */
export function hostOfPage({ tagName, attrs }: PageElement): string | undefined {
  const valueOf = (wanted: string): string | undefined =>
    attrs.find(({ name }) => name === wanted)?.value;
  if (tagName === "base") return hostOf(valueOf("href"));
  if (tagName === "link" && valueOf("rel")?.toLowerCase() === "canonical") {
    return hostOf(valueOf("href"));
  }
  if (tagName === "meta" && valueOf("property") === "og:url") return hostOf(valueOf("content"));
  return undefined;
}

function hostOf(url: string | undefined): string | undefined {
  const [, host] =
    /^\s*(?:https?:)?\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:\s]+)/i.exec(url ?? "") ?? [];
  return host?.toLowerCase();
}
