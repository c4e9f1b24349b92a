/** What is used of `wink-naive-bayes-text-classifier`, which brings no types. */
declare module "wink-naive-bayes-text-classifier" {
  interface Classifier {
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    definePrepTasks(tasks: readonly ((text: string) => readonly string[])[]): number;
    learn(text: string, label: string): boolean;
    consolidate(): boolean;
    predict(text: string): string;
  }
  export default function winkNaiveBayes(): Classifier;
}
