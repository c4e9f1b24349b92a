import type { ShownParagraph } from "./article.ts";
import type { Reason } from "./explanation.ts";
import { newElement } from "./page-elements.ts";

const FATE_TITLES = { cut: "cut", unsure: "unsure", restored: "put back", keep: "" } as const;
const UNDO_TITLES = { cut: "Put back", restored: "Cut again", unsure: "", keep: "" } as const;

/** A paragraph in the page: its probability, which is the button that tells why, its text, and a button to undo a cut. */
export class ParagraphRow {
  readonly element: HTMLLIElement = newElement("li", "row");
  readonly why: HTMLButtonElement = newElement("button", "why");
  readonly #undo = newElement("button", "undo");
  #text: HTMLElement = newElement("p", "");
  readonly #reasons = newElement("dl", "reasons");
  /** What is shown already: a page of hundreds of paragraphs is not written anew for a letter. */
  #shown = "";

  constructor() {
    this.why.type = "button";
    this.why.tabIndex = -1;
    this.why.setAttribute("aria-expanded", "false");
    this.#undo.type = "button";
    this.#undo.hidden = true;
    this.#reasons.hidden = true;
    const body = newElement("div", "body");
    body.append(this.#undo, this.#text);
    this.element.append(this.why, body, this.#reasons);
  }

  /** Whether it tells why. */
  get isOpen(): boolean {
    return !this.#reasons.hidden;
  }

  /** Whether an element is the button that undoes the cut. */
  isUndo(element: unknown): boolean {
    return element === this.#undo;
  }

  /** Shows a paragraph. */
  show({ text, fate, posterior, isFirst }: ShownParagraph): void {
    const chance = posterior.toFixed(2);
    const shown = `${fate} ${chance} ${isFirst} ${text}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.element.dataset["fate"] = fate;
    const title = FATE_TITLES[fate];
    this.why.replaceChildren(newElement("b", "", chance), " ", newElement("span", "", title));
    this.why.setAttribute("aria-label", `${chance} ${title || "kept"}: why?`);
    const written = newElement(fate === "cut" ? "del" : "p", "", text);
    this.#text.replaceWith(written);
    this.#text = written;
    const undo = isFirst ? UNDO_TITLES[fate] : "";
    this.#undo.hidden = undo === "";
    this.#undo.textContent = undo;
  }

  /** Tells why; nothing when there is nothing to tell. */
  explain(reasons: readonly Reason[]): void {
    this.#reasons.hidden = reasons.length === 0;
    this.why.setAttribute("aria-expanded", String(this.isOpen));
    this.#reasons.replaceChildren(
      ...reasons.flatMap(({ title, text }) => [
        newElement("dt", "", title),
        newElement("dd", "", text),
      ]),
    );
  }
}
