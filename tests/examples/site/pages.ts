// The pages of the site that the examples crawl.
import { ARTICLES, type SiteArticle } from "./articles.ts";

const paragraph = (text: string): string => `        <p>${text}</p>`;

/** The front page, with a link to each article under a base path. */
export function renderFrontPage(base: string): string {
  const items = ARTICLES.map(
    ({ path, title }) => `      <li><a class="story" href="${base}${path}">${title}</a></li>`,
  );
  return renderShell("Harian Muara", `    <ul>\n${items.join("\n")}\n    </ul>`);
}

/** The page of an article: between a menu, a box of other stories and a footer. */
export function renderPage({ title, paragraphs, spam }: SiteArticle): string {
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

/** The page of an article that comes as data, and of which a script makes what is seen. */
export function renderAppPage({ title, paragraphs, spam }: SiteArticle): string {
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
