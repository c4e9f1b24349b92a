import fc from "fast-check";
import { expect, test } from "vitest";
import { UNIT_EVIDENCE } from "../../../src/core/clean/unit-columns.ts";
import { unitEvidence } from "../../../src/core/clean/unit-evidence.ts";
import { unitsOf } from "../../../src/core/clean/units.ts";
import { poolCounts } from "../../../src/core/model/pool.ts";
import { trainWordTable } from "../../../src/core/model/word-table.ts";
import { toyCounts } from "../../toy-model.ts";
import { arbitraryDocument } from "../text/arbitrary-document.ts";

/** With little background: there is little spam, and its words shall speak nonetheless. */
const TABLE = trainWordTable(poolCounts(toyCounts, { background: 1, newsBackground: 1 }));

const evidenceOf = (text: string) => unitEvidence(text, unitsOf(text), TABLE);

test("every kind of evidence has a number for every unit of any text", () => {
  fc.assert(
    fc.property(arbitraryDocument, (text) => {
      const evidence = evidenceOf(text);
      expect(Object.keys(evidence).toSorted()).toEqual([...UNIT_EVIDENCE].toSorted());
      for (const name of UNIT_EVIDENCE) {
        expect(evidence[name]).toHaveLength(unitsOf(text).length);
        expect([...evidence[name]].every(Number.isFinite)).toBe(true);
      }
    }),
  );
});

test("the same text has the same evidence", () => {
  const text = "Warga pasar membeli beras.\n\nSitus slot gacor bonus deposit 88!";
  expect(evidenceOf(text)).toEqual(evidenceOf(text));
});

const NEWS = [
  "Warga desa membeli beras di pasar, kata kepala dinas perdagangan daerah.",
  "Banjir sungai merusak jembatan dan jalan, kata bupati kemarin.",
  "Guru dan murid sekolah menunggu bantuan pemerintah daerah tahun ini.",
];
const SPAM = [
  "Situs slot gacor terpercaya dengan bonus deposit maxwin.",
  "Daftar agen togel resmi, bandar kasino, link alternatif, jackpot.",
];

test("spam and news differ as they should", () => {
  const { forSpam, forHam, cachePosterior } = evidenceOf([...NEWS, ...SPAM].join("\n\n"));
  const isSpam = [false, false, false, true, true];
  expect(Array.from(forSpam, (sum, i) => sum + (forHam[i] ?? 0) > 0)).toEqual(isSpam);
  expect(Array.from(cachePosterior, (logOdds) => logOdds > 0)).toEqual(isSpam);
});

test("words of spam that the article uses as well are told from those of the block only", () => {
  const about = NEWS.map((news) => `${news} Polisi menyita mesin slot.`);
  const { strongShared } = evidenceOf([...about, ...SPAM].join("\n\n"));
  // Of the block's strong words "slot" alone stands in the article; there it stands in every paragraph.
  expect([...strongShared.subarray(0, 3)]).toEqual([1, 1, 1]);
  expect(strongShared[3]).toBeGreaterThan(0);
  expect(strongShared[3]).toBeLessThan(0.5);
  expect(strongShared[4]).toBe(0);
});

test("where no word speaks strongly for spam, none is shared", () => {
  expect([...evidenceOf("Warga pasar.").strongShared]).toEqual([-1]);
});
