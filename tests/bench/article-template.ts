import { drawInteger, drawOne, type Random } from "../../src/core/model/random.ts";

/** A paragraph whose numbers, names and long words can be others each time: sentences, each a list of pieces. */
export type ParagraphTemplate = readonly (readonly Piece[])[];

type Piece =
  | { readonly kind: "rest" | "name" | "word"; readonly text: string }
  | { readonly kind: "number"; readonly digits: number };

/**
 * A number; a capitalised word behind a word in small letters, which is a name more often than not; a word of five small
 * letters or more.
 */
const VARIED = /\d+|(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}|(?<!\p{L})\p{Ll}{5,}/gu;

/** Takes a paragraph apart into sentences, numbers, names and words. */
export function parseTemplate(paragraph: string): ParagraphTemplate {
  return paragraph.split(/(?<=[.!?]["”]?) (?=["“]?\p{Lu})/u).map((sentence) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const { 0: found, index } of sentence.matchAll(VARIED)) {
      pieces.push({ kind: "rest", text: sentence.slice(from, index) }, pieceOf(found));
      from = index + found.length;
    }
    pieces.push({ kind: "rest", text: sentence.slice(from) });
    return pieces;
  });
}

function pieceOf(found: string): Piece {
  if (/\d/u.test(found)) {
    return { kind: "number", digits: found.length };
  }
  return { kind: /\p{Lu}/u.test(found) ? "name" : "word", text: found };
}

/** What an article is written with. */
export interface Writer {
  /** Half of the names in a template stay, the others become invented ones, the same throughout the article. */
  readonly names: Map<string, string>;
  /** Gives another word for one of the template, or that one. */
  readonly word: (text: string) => string;
  readonly random: Random;
}

/** Writes a paragraph: its sentences in another order, with other numbers and names, and other words here and there. */
export function writeParagraph(template: ParagraphTemplate, writer: Writer): string {
  return shuffled(template, writer.random)
    .map((sentence) => sentence.map((piece) => writePiece(piece, writer)).join(""))
    .join(" ");
}

function writePiece(piece: Piece, { names, word, random }: Writer): string {
  switch (piece.kind) {
    case "rest":
      return piece.text;
    case "word":
      return word(piece.text);
    case "number": {
      const least = piece.digits === 1 ? 0 : 10 ** (piece.digits - 1);
      return String(drawInteger(random, least, 10 ** piece.digits - 1)).slice(0, piece.digits);
    }
    case "name": {
      let name = names.get(piece.text);
      if (name === undefined) {
        name = random() < 0.5 ? piece.text : inventName(random);
        names.set(piece.text, name);
      }
      return name;
    }
  }
}

const STARTS = "Ba Ca Da Fe Ga Ha Ja Ka La Ma Na Pa Ra Sa Ta Wa Ya Be De Ke Le Me Se Te".split(" ");
const MIDDLES = "di ra lu mo ni sa ta wi ya bo ke ri su na go le mi du ha po".split(" ");
const ENDS = "n r s ng t di wan ti to no yah man sih rah lan dar min tas".split(" ");

function inventName(random: Random): string {
  const middles = Array.from({ length: drawInteger(random, 1, 2) }, () => drawOne(random, MIDDLES));
  return drawOne(random, STARTS) + middles.join("") + drawOne(random, ENDS);
}

/** A list in another order, each as likely as any (Fisher and Yates). */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(drawInteger(random, 0, left.length - 1), 1)).flat();
}
