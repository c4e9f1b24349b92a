import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

// Classifies paragraphs with a classifier from npm: `classifier-process natural|wink TRAINING PARAGRAPHS OUT`. TRAINING holds
// a JSON array of [label, text]; PARAGRAPHS one a line, of which as many are classified as fit into the time. OUT gets their
// labels. Prints {"count", "elapsedMs", "trainingMs"}; reading and writing are part of elapsedMs.

/** Longest time to classify for. */
const LIMIT_MS = 20_000;

const Training = z.array(z.tuple([z.string(), z.string()]));

/** Learns from labelled texts and gives a function that labels others. */
type Train = (training: z.infer<typeof Training>) => Promise<(text: string) => string>;

const TRAIN: Readonly<Record<string, Train>> = {
  async natural(training) {
    const { default: BayesClassifier } =
      await import("natural/lib/natural/classifiers/bayes_classifier.js");
    const classifier = new BayesClassifier();
    for (const [label, text] of training) classifier.addDocument(wordsOf(text), label);
    classifier.train();
    return (text) => classifier.classify(wordsOf(text));
  },
  async wink(training) {
    const { default: winkNaiveBayes } = await import("wink-naive-bayes-text-classifier");
    const classifier = winkNaiveBayes();
    classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
    classifier.definePrepTasks([wordsOf]);
    for (const [label, text] of training) classifier.learn(text, label);
    classifier.consolidate();
    return (text) => classifier.predict(text);
  },
};

/** The same words for both, without the stemming that natural would do: that is English, and slower. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const [, , name = "", trainingPath = "", paragraphsPath = "", outPath = ""] = process.argv;
const train = TRAIN[name];
if (train === undefined) throw new RangeError(`classifier-process: no classifier "${name}"`);
const training = Training.parse(JSON.parse(readFileSync(trainingPath, "utf8")));
const trainingStart = performance.now();
const classify = await train(training);
const started = performance.now();
const labels: string[] = [];
for (const paragraph of readFileSync(paragraphsPath, "utf8").split("\n")) {
  if (performance.now() - started > LIMIT_MS) break;
  if (paragraph !== "") labels.push(classify(paragraph));
}
writeFileSync(outPath, labels.join("\n"));
const elapsedMs = performance.now() - started;
console.log(
  JSON.stringify({ count: labels.length, elapsedMs, trainingMs: started - trainingStart }),
);
