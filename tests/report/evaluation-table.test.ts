import { expect, test } from "vitest";
import { summarize } from "../../src/core/evaluate/evaluation.ts";
import { formatEvaluation } from "../../src/report/evaluation-table.ts";
import { smallEvaluation } from "./small-evaluation.ts";

const LOOK = { width: 80, isColored: false };

test("shows all that there is to say", () => {
  expect(formatEvaluation(smallEvaluation(), LOOK)).toMatchInlineSnapshot(`
    "3 documents, cut from a posterior of 0.9
                                               95 % interval
    documents exact                33.33         0.00–100.00             %
    news lost, characters         53.226        0.000–73.333             %
    spam left, characters         29.412        0.000–55.556             %
    news lost, paragraphs         20.000        0.000–33.333             %
    spam left, paragraphs         25.000        0.000–50.000             %
    precision of cuts              75.00        50.00–100.00             %
    recall of cuts                 75.00        50.00–100.00             %
    F1 of cuts                     75.00        66.67–100.00             %
    boundary error                 0.333         0.000–1.000    paragraphs
    documents hurt                 33.33         0.00–100.00             %
    calibration error             0.1556

    By language
    language               docs exact %          95 %  lost %  left %    F1 %  hurt
    id                        2   50.00   0.00–100.00  56.897   0.000   80.00     1
    ms                        1    0.00     0.00–0.00   0.000  55.556   66.67     0

    By slice
    slice                  docs exact %          95 %  lost %  left %    F1 %  hurt
    \\u{1b}[31mhead            1    0.00     0.00–0.00  73.333   0.000   66.67     1
    tail                      2   50.00   0.00–100.00   0.000  38.462   80.00     0

    By kind
    kind                   docs exact %          95 %  lost %  left %    F1 %  hurt
    news                      3   33.33   0.00–100.00  53.226  29.412   75.00     1

    By source
    source                 docs exact %          95 %  lost %  left %    F1 %  hurt
    a<b                       1    0.00     0.00–0.00  73.333   0.000   66.67     1
    s                         2   50.00   0.00–100.00   0.000  38.462   80.00     0

    Against
                           exact %          95 %   lost %   left %    F1 %    from
    tapis                    33.33   0.00–100.00   53.226   29.412   75.00     0.9
    keywords                 33.33   0.00–100.00   53.226   29.412   75.00       1

    Thresholds (a false cut costs ten misses)
    threshold         cost  false cuts    misses   exact %
    0.01                50           5         0      0.00
    0.1                 10           1         0     66.67
    0.3                 10           1         0     66.67
    0.5                 10           1         0     66.67
    0.7                 11           1         1     33.33
    0.8                 11           1         1     33.33
    0.9                 11           1         1     33.33          in use
    0.95                11           1         1     33.33
    0.99                11           1         1     33.33
    0.999                4           0         4      0.00      least cost

    Calibration of posteriors
    posterior     paragraphs      mean  are spam
    0.0–0.1                4     0.010     0.000
    0.1–0.2                0         –         –
    0.2–0.3                0         –         –
    0.3–0.4                0         –         –
    0.4–0.5                0         –         –
    0.5–0.6                0         –         –
    0.6–0.7                1     0.600     1.000
    0.7–0.8                0         –         –
    0.8–0.9                0         –         –
    0.9–1.0                4     0.990     0.750
    expected calibration error 0.1556, log loss 0.5763 nats

    The worst documents

    </h3><script>alert(1)</script> · \\u{1b}[31mhead · id · news · a<b
    33 characters of news lost, 0 of spam left
      news lost  0.99  <b onclick="x">slot</b> & news\\u{1b}(0
                      <b -1.5, onclick="x">slot</b> -1.5

    left · tail · ms · news · s
    0 characters of news lost, 5 of spam left
      spam left  0.60  bonus
                      bonus -1.5
    "
  `);
});

test("no line is wider than 80 columns", () => {
  const lines = formatEvaluation(smallEvaluation(), LOOK).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("colours are used where they are asked for", () => {
  const text = formatEvaluation(smallEvaluation(), { ...LOOK, isColored: true });
  expect(text).toContain("\u001B[1mBy slice\u001B[0m");
});

test("no documents give dashes", () => {
  const empty = summarize([], { threshold: 0.5, worstCount: 0, explain: () => [], against: [] });
  expect(formatEvaluation(empty, LOOK)).toMatch(/^documents exact +– +– +%$/m);
});

test("of many sources the worst are shown", () => {
  const evaluation = smallEvaluation();
  const [good, bad] = evaluation.groups.source;
  if (good === undefined || bad === undefined) throw new Error("two sources are needed");
  const source = Array.from({ length: 30 }, (_, index) => ({
    ...(index === 29 ? bad : good),
    name: `site ${index}`,
    totals: { ...good.totals, documents: 1 + index, exact: 1 },
  }));
  const text = formatEvaluation({ ...evaluation, groups: { ...evaluation.groups, source } }, LOOK);
  expect(text).toContain("By source: the 10 of 30 with the most documents not exact");
  expect(text.match(/^site \d+/gm)).toEqual(
    [29, 28, 27, 26, 25, 24, 23, 22, 21, 20].map((index) => `site ${index}`),
  );
});
