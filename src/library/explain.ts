/** Tells programs where decisions come from. */
import { boundedLogOdds } from "../core/clean/attribution.ts";
import { attributions, decidedUnits, decideText } from "../core/clean/decision.ts";
import { EXPLAINED_WORDS, explainWords } from "../core/clean/explain.ts";
import type { Model } from "../core/model/model.ts";
import { decidedParagraphs, decideGiven } from "./clean-paragraphs.ts";
import { frozen } from "./freeze.ts";
import type { Explanation, TextExplanation } from "./results.ts";

/** What decisions are explained by. */
export interface ExplainSettings {
  readonly model: Model;
  /** Least posterior at which a paragraph is cut. */
  readonly threshold: number;
  /** How many words of each paragraph to name. */
  readonly wordCount: number | undefined;
}

/** Where the decisions about the paragraphs of a text come from. */
export function explainText(
  text: string,
  { model, threshold, wordCount = EXPLAINED_WORDS }: ExplainSettings,
): readonly TextExplanation[] {
  const decision = decideText(text, model);
  const of = attributions(decision, model);
  const units = decidedUnits(decision, { threshold, unsure: model.unsure });
  return frozen(
    units.map(({ span, ...decided }, unit): TextExplanation => ({
      span,
      text: text.slice(span.start, span.end),
      ...decided,
      logOdds: of[unit]?.logOdds ?? boundedLogOdds(decided.posterior),
      parts: of[unit]?.parts ?? [],
      words: explainWords(text, span, model.words, wordCount),
    })),
  );
}

/** Where the decisions about paragraphs come from that were given one by one. */
export function explainParagraphs(
  paragraphs: readonly string[],
  { model, threshold, wordCount = EXPLAINED_WORDS }: ExplainSettings,
): readonly Explanation[] {
  const given = decideGiven(paragraphs, model);
  const of = attributions(given.decision, model);
  const decided = decidedParagraphs(paragraphs, given, { threshold, unsure: model.unsure });
  return frozen(
    decided.map((paragraph, index): Explanation => {
      const unit = given.unitAt[index];
      const attribution = unit === undefined ? undefined : of[unit];
      const whole = { start: 0, end: paragraph.text.length };
      return {
        ...paragraph,
        logOdds: attribution?.logOdds ?? boundedLogOdds(paragraph.posterior),
        parts: attribution?.parts ?? [],
        words: explainWords(paragraph.text, whole, model.words, wordCount),
      };
    }),
  );
}
