import type { Article } from "../src/core/evaluate/compose.ts";
import type { SpamRun } from "../src/core/evaluate/draw-spam.ts";
import { drawInteger, drawOne, type Random, seededRandom } from "../src/core/model/random.ts";

/** Words of news, two languages in which documents are composed. */
const NEWS = {
  id: "warga pasar beras harga dinas perdagangan menteri banjir sungai sekolah guru murid jalan desa bupati anggaran rapat polisi laporan kemarin hujan panen petani pupuk rumah sakit dokter pasien listrik jembatan kepala kata pemerintah daerah tahun bantuan".split(
    " ",
  ),
  en: "residents market council budget mayor school teachers river flood road bridge hospital doctors patients harvest farmers report police minister statement yesterday rainfall village housing electricity committee meeting government region repairs".split(
    " ",
  ),
};
/** Words of injected spam. */
const SPAM = {
  id: "situs slot gacor terpercaya bonus deposit maxwin jackpot togel bandar daftar agen rtp menang taruhan kasino member pulsa scatter putaran hadiah kemenangan permainan pemain link alternatif resmi tergacor".split(
    " ",
  ),
  en: "casino slots jackpot bonus deposit betting wager spins payout players login register promo odds winnings roulette poker blackjack welcome free stakes bankroll provider livechat".split(
    " ",
  ),
};
/** Words that stand everywhere. */
const COMMON = {
  id: "yang di dan untuk dengan ini itu pada akan dari".split(" "),
  en: "the of and to in for with on is this".split(" "),
};

export type ToyLanguage = keyof typeof NEWS;

/** A paragraph of news: a third of its words stand everywhere. */
export function toyNews(random: Random, lang: ToyLanguage, wordCount: number = 14): string {
  return toyParagraph(random, [NEWS[lang], NEWS[lang], COMMON[lang]], wordCount);
}

/** A paragraph of spam, made as {@link toyNews} is. */
export function toySpam(random: Random, lang: ToyLanguage, wordCount: number = 14): string {
  return toyParagraph(random, [SPAM[lang], SPAM[lang], COMMON[lang]], wordCount);
}

function toyParagraph(
  random: Random,
  vocabularies: readonly (readonly string[])[],
  wordCount: number,
): string {
  const words = Array.from({ length: wordCount }, () =>
    drawOne(random, drawOne(random, vocabularies)),
  );
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Articles of made-up news, each its own site. */
export function toyArticles(count: number): Article[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, (_, index) => {
    const lang = index % 3 === 0 ? "en" : "id";
    const paragraphs = Array.from({ length: drawInteger(random, 3, 8) }, () =>
      toyNews(random, lang),
    );
    return { title: null, paragraphs, lang, kind: "news", source: `seeds/news/${lang}` };
  });
}

/** Pages of made-up spam, each an operator's own. */
export function toyRuns(count: number): SpamRun[] {
  const random = seededRandom(2);
  return Array.from({ length: count }, (_, index) => {
    const lang = index % 3 === 0 ? "en" : "id";
    const pieces = Array.from({ length: 8 }, () => ({
      text: toySpam(random, lang),
      kind: "paragraph",
    }));
    return { pieces, lang, source: `seeds/spam/${lang}`, run: `page ${index}` };
  });
}
