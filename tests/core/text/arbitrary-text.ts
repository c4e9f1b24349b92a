import fc from "fast-check";

/** Characters on which folding, segmenting or tokenizing decides something. */
const TELLING = [
  ..."abzSLOT0134578 .-_*|/·•,!?…。！？\"')]\n\r\t\v\f\u0000\u0085\u00a0\u2028\u2029",
  ..."\u00ad\u200b\u200d\u2060\ufeff\u0301\u0e48\u093f\u20dd",
  ..."éßİſΣςоаѕіυөกำ漢字かカ〇한½Ⅳℌⓢｓﬁﷺ𝐬𝟙𠀀😀",
  "\ud800",
  "\udc00",
];

/** Any text of UTF-16 code units, well-formed or not, most of it made of characters that matter here. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TELLING) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      },
    ),
    { maxLength: 40 },
  )
  .map((characters) => characters.join(""));

/** A text and an index in it that divides no surrogate pair. */
export const textWithCut: fc.Arbitrary<readonly [text: string, cut: number]> = arbitraryText
  .chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length })))
  .filter(
    ([text, cut]) =>
      !/^[\udc00-\udfff]/.test(text.slice(cut)) || !/[\ud800-\udbff]$/.test(text.slice(0, cut)),
  );
