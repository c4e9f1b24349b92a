import { unitsOf } from "../clean/units.ts";
import type { ScoredParagraph } from "./judge.ts";

/** What anybody would put on a list of gambling words: Indonesian, Malay and English, and the best-known providers. */
const KEYWORDS: ReadonlySet<string> = new Set(
  `agen baccarat bandar bandarq bet betting blackjack bookmaker casino dominoqq gacor gambling hoki idnpoker
  jackpot judi judol kasino keno koprok livechat lottery lotto maxwin mpo parlay perjudian petaruh pg playtech poker pokies
  pragmatic roulette rtp sabung sbobet scatter slot slots sportsbook spin spins taruhan togel toto totobet wager wede
  zeus`.split(/\s+/u),
);

/**
 * The simplest filter there is, to compare with: a paragraph in which one of some fifty gambling words stands scores 1, any
 * other 0. Words are runs of letters and digits, in lower case.
 */
export function judgeByKeywords(text: string): ScoredParagraph[] {
  return unitsOf(text).map(({ span }) => {
    const words =
      text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    return { span, score: words.some((word) => KEYWORDS.has(word)) ? 1 : 0 };
  });
}
