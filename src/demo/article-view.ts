import type { ShownArticle } from "./article.ts";
import { editBetween } from "./edit.ts";
import type { Reason } from "./explanation.ts";
import { ParagraphRow } from "./paragraph-row.ts";

/** What the view asks of the page. */
export interface ArticleViewOptions {
  /** Why each of some paragraphs has its probability. */
  readonly explain: (article: ShownArticle, indices: readonly number[]) => readonly Reason[][];
  /** Puts the block that begins with a paragraph back, or cuts it again. */
  readonly toggle: (first: number) => void;
}

/** What is told why is told anew when nothing was typed for so long, in milliseconds: it takes longer than a decision. */
const REST_MS = 150;
/** What is seen of the paragraphs around the one that is revealed, in pixels. */
const REVEAL_MARGIN = 24;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** The article as a list of paragraphs, what is cut struck out. */
export class ArticleView {
  readonly #list: HTMLElement;
  readonly #options: ArticleViewOptions;
  #rows: ParagraphRow[] = [];
  #article: ShownArticle = { text: "", cleaned: "", paragraphs: [] };
  /** The row that the tab key leads to; arrows lead on from there. */
  #current: ParagraphRow | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(list: HTMLElement, options: ArticleViewOptions) {
    this.#list = list;
    this.#options = options;
    list.addEventListener("click", (event) => this.#click(event.target));
    list.addEventListener("keydown", (event) => this.#step(event));
  }

  /** Shows an article; rows of paragraphs that are the same as before stay as they are. */
  show(article: ShownArticle): void {
    const textOf = ({ text }: { readonly text: string }): string => text;
    const { start, removed, added } = editBetween(
      this.#article.paragraphs.map(textOf),
      article.paragraphs.map(textOf),
    );
    this.#article = article;
    const same = Math.min(removed, added);
    const fresh = Array.from({ length: added - same }, () => new ParagraphRow());
    const gone = this.#rows.splice(start + same, removed - same, ...fresh);
    const behind = this.#rows[start + added]?.element ?? null;
    for (const { element } of gone) element.remove();
    for (const { element } of fresh) this.#list.insertBefore(element, behind);
    this.#rows.forEach((row, index) => {
      const paragraph = article.paragraphs[index];
      if (paragraph !== undefined) row.show(paragraph);
    });
    if (this.#current === undefined || !this.#rows.includes(this.#current)) {
      this.#makeCurrent(this.#rows[0]);
    }
    clearTimeout(this.#rest);
    if (this.#rows.some((row) => row.isOpen)) {
      this.#rest = setTimeout(() => this.#explain(this.#rows.filter((row) => row.isOpen)), REST_MS);
    }
  }

  /** Scrolls the list, where it scrolls by itself, so that the paragraph at an index of the text is seen. */
  reveal(at: number): void {
    const list = this.#list;
    const index = this.#article.paragraphs.findIndex(({ span }) => at <= span.end);
    const element = this.#rows[index]?.element;
    if (element === undefined || list.scrollHeight <= list.clientHeight) return;
    const top = element.offsetTop - list.offsetTop - REVEAL_MARGIN;
    const bottom = top + element.offsetHeight + 2 * REVEAL_MARGIN;
    if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
    if (top < list.scrollTop) list.scrollTop = top;
  }

  #click(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const element = target.closest("button");
    const index = this.#rows.findIndex((row) => row.why === element || row.isUndo(element));
    const row = this.#rows[index];
    if (row === undefined) return;
    if (row.isUndo(element)) {
      this.#options.toggle(index);
    } else {
      this.#makeCurrent(row);
      if (row.isOpen) row.explain([]);
      else this.#explain([row]);
    }
  }

  #explain(rows: readonly ParagraphRow[]): void {
    const indices = rows.map((row) => this.#rows.indexOf(row));
    const reasons = this.#options.explain(this.#article, indices);
    rows.forEach((row, index) => row.explain(reasons[index] ?? []));
  }

  #step(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const from = this.#rows.findIndex((row) => row.why === event.target);
    if (step === undefined || from === -1) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(this.#rows.length - 1, from + step));
    this.#makeCurrent(this.#rows[to]);
    this.#current?.why.focus();
  }

  #makeCurrent(row: ParagraphRow | undefined): void {
    if (this.#current !== undefined) this.#current.why.tabIndex = -1;
    this.#current = row;
    if (row !== undefined) row.why.tabIndex = 0;
  }
}
