/** Elements that stand in a line of text; text before and behind any other visible element is in another paragraph. */
const INLINE: ReadonlySet<string> = new Set(
  (
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp " +
    "small span strike strong sub sup time tt u var wbr button img picture video audio iframe object embed canvas " +
    "svg math input select textarea meter progress output source track map area"
  ).split(" "),
);

/** Elements whose text nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set(
  "head script style noscript template title link meta base datalist param noframes".split(" "),
);

/** Elements that are seen, or used, without text of the page in them. */
const MEDIA: ReadonlySet<string> = new Set(
  "img picture video audio iframe object embed canvas svg math input select textarea meter progress".split(
    " ",
  ),
);

/** Elements that stay in their places, even when nothing is left in them. */
const FIXED: ReadonlySet<string> = new Set("html body main article td th".split(" "));

/** Whether text before and behind an element's tags is in different paragraphs. Cells of a table share that of their row. */
export function isBlock(tag: string): boolean {
  return !INLINE.has(tag) && !isCell(tag);
}

/** Whether an element is a cell of a table. */
export function isCell(tag: string): boolean {
  return tag === "td" || tag === "th";
}

/** Whether nothing in an element is seen. */
export function isUnseen(tag: string): boolean {
  return UNSEEN.has(tag);
}

/** Whether an element is worth something without text: an image, a field of a form. */
export function isMedia(tag: string): boolean {
  return MEDIA.has(tag);
}

/** Whether an element must not go, even when all that is in it does. */
export function isFixed(tag: string): boolean {
  return FIXED.has(tag);
}
