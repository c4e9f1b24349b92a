import type { LabelledDocument } from "../../../src/core/evaluate/labelled-document.ts";

/**
 * A labelled document made of text in which spam stands between `[` and `]`, which are not part of it:
 * `news\n[spam]`.
 */
export function labelled(marked: string, fields: Partial<LabelledDocument> = {}): LabelledDocument {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  for (let index = 0; index < marked.length; index++) {
    const character = marked.charAt(index);
    if (character === "[") starts.push(text.length);
    else if (character === "]") ends.push(text.length);
    else text += character;
  }
  const spam = starts.map((start, index) => ({ start, end: ends[index] ?? text.length }));
  return { id: "a", text, lang: "id", slice: "tail", kind: "news", source: "s", spam, ...fields };
}
