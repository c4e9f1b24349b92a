/** The one file of `natural` that is used, which its own types do not cover. */
declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  class BayesClassifier {
    constructor(stemmer?: unknown, smoothing?: number);
    addDocument(words: readonly string[], label: string): void;
    train(): void;
    classify(words: readonly string[]): string;
    /** Probabilities that are not scaled to add up to 1. */
    getClassifications(words: readonly string[]): { label: string; value: number }[];
    static restore(parsed: unknown): BayesClassifier;
  }
  export default BayesClassifier;
}
