import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

test("tapis --help says what there is", async () => {
  const { exitCode, stdout, stderr } = await runCli(["--help"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain("Commands:\n  clean [options] [paths...]");
  expect(stdout).toContain("inspect [options] [paths...]");
  expect(stdout).toContain("Examples:\n  tapis clean article.txt > clean.txt");
});

test("tapis clean --help says how to clean", async () => {
  expect((await runCli(["clean", "--help"])).stdout).toMatchInlineSnapshot(`
    "Usage: tapis clean [options] [paths...]

    Write articles without the spam that was injected into them.

    Arguments:
      paths                   files, folders and globs

    Options:
      -o, --out <folder>      write there, mirroring the input tree
      --in-place              replace each file by its cleaned self
      --backup <suffix>       with --in-place: keep what is replaced under its name
                              and this
      --threshold <number>    least posterior that is cut, from 0 to 1 (higher cuts
                              less)
      --careful               lose less news, leave more spam: --threshold 0.97
      --thorough              leave less spam, lose more news: --threshold 0.6
      -f, --format <name>     read all inputs as this; else guessed from the name
                              (choices: "text", "html", "json", "jsonl", "csv",
                              "tsv", "warc", "parquet")
      --text-key <path>       field or column that holds the text, as "article.body"
                              (default: "text")
      --encoding <name>       encoding of all inputs; else UTF-8, or UTF-16 by its
                              byte order mark (choices: "utf-8", "utf-16le",
                              "utf-16be", "windows-1252")
      --model <file>          decide with this model instead of the bundled one
      --files-from <list>     clean the files of this list too, one a line or NUL; -
                              for stdin
      --ignore <pattern...>   leave out files that folders and globs lead to
      --shard <share>         do one share only, as 0/3: every third file, or a
                              third of one file
      --removed <file>        write each cut as JSON: document, span, text,
                              posterior
      --rejects <file>        write each record that cannot be read as JSON: line,
                              reason, raw
      --max-rejects <number>  end the run when more records cannot be read: 100, or
                              5%
      --max-cut <percent>     leave documents whole of which more would go: 60%
      --drop-empty            leave out documents that are spam throughout
      --html-to <form>        write HTML files as plain text (choices: "text")
      --resume                go on with a run that was killed or interrupted
      --ledger <file>         where the run writes down how far it is; else beside
                              its outputs
      -j, --jobs <number>     threads to clean with; else one for each processor
      --report <file>         write a page of HTML that shows what was cut, doubtful
                              cuts first
      --json-summary <file>   write what was done as JSON: counts, time, outcome
      --dry-run               write nothing, only tell what would be cut
      -q, --quiet             no progress, no summary and no warnings
      -h, --help              show help

    Without a path, standard input goes to standard output. What comes out has the
    form of what went in, and only spam is missing:
      text, Markdown, HTML      a file is a document
      JSON, JSON Lines          one in the file, in each element or each line: --text-key
      CSV, TSV, Parquet         one in each row, in the column --text-key
      WARC, WET                 the pages and texts in it; all other records are copied
    Any of them but Parquet may be packed with gzip (.gz) or zstd (.zst).

    Examples:
      tapis clean article.txt > clean.txt
      tapis clean crawl/ --out cleaned/ --removed cuts.jsonl
      tapis clean crawl/ --out cleaned/ --removed cuts.jsonl --resume
      tapis clean "crawl/**/*.jsonl.gz" --text-key article.body --out cleaned/
      tapis clean --format jsonl --rejects bad.jsonl < crawl.jsonl > clean.jsonl
      tapis clean crawl/ --in-place --backup .orig
      find crawl -name "*.html" -print0 | tapis clean --files-from - --out cleaned/
      tapis clean big.jsonl --shard 0/3 --out part/
      tapis clean crawl/ --dry-run

    Exit codes: 0 done; 1 done, but some records or files could not be read or
    written; 2 could not run; 130 interrupted.
    "
  `);
});

test("tapis inspect --help says how to look", async () => {
  expect((await runCli(["help", "inspect"])).stdout).toMatchInlineSnapshot(`
    "Usage: tapis inspect [options] [paths...]

    Show what would be cut from articles, how sure that is, and why.

    Arguments:
      paths                 files, folders and globs; standard input without one

    Options:
      --threshold <number>  least posterior that is cut, from 0 to 1 (higher cuts
                            less)
      --careful             lose less news, leave more spam: --threshold 0.97
      --thorough            leave less spam, lose more news: --threshold 0.6
      -f, --format <name>   read all inputs as this; else guessed from the name
                            (choices: "text", "html", "json", "jsonl", "csv", "tsv",
                            "warc", "parquet")
      --text-key <path>     field or column that holds the text, as "article.body"
                            (default: "text")
      --encoding <name>     encoding of all inputs; else UTF-8, or UTF-16 by its
                            byte order mark (choices: "utf-8", "utf-16le",
                            "utf-16be", "windows-1252")
      --model <file>        decide with this model instead of the bundled one
      --words <count>       how many words to show for a paragraph (default: "6")
      --json                a line of JSON for each document, with everything that
                            is known of it
      --color               colours, even where the output is no terminal
      --no-color            no colours
      -h, --help            show help

    Each paragraph is shown with its verdict (cut, unsure or keep), the probability
    that it is spam, and the words that weighed most, in nats: above 0 they speak for
    spam, below 0 against it. Where it is cut or unsure, the other evidence follows, and
    what the log-odds of the probability are made of.

    Examples:
      tapis inspect article.txt
      tapis inspect crawl.jsonl --color | less -R
      tapis inspect --words 12 < article.txt
      tapis inspect crawl.jsonl --json | jq '.paragraphs[] | select(.verdict == "unsure")'
    "
  `);
});

test("--version is that of the package", async () => {
  const manifest: unknown = JSON.parse(await readFile("package.json", "utf8"));
  const { stdout } = await runCli(["--version"]);
  expect(manifest).toHaveProperty("version", stdout.trim());
});

test.for([
  [["clean", "--colour"], "error: unknown option '--colour'"],
  [["clen"], "(Did you mean clean?)"],
  [["clean", "--format", "doc"], "Allowed choices are text, html, "],
  [["clean", "--threshold", "1.5"], 'tapis: --threshold must be a number from 0 to 1, got "1.5"'],
  [["clean", "--jobs", "0"], 'tapis: --jobs must be a whole number from 1 to 999, got "0"'],
  [["clean", "--text-key", ""], 'tapis: --text-key must not be empty, got ""'],
  [["inspect", "--words", "-1"], 'tapis: --words must be a whole number, got "-1"'],
  [[], "Usage: tapis"],
] as const)(
  "a command line that is wrong prints nothing but what is wrong: %s",
  async ([args, message]) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  },
);

test("an error that nobody foresaw is thrown on", async () => {
  const loadCleaner = () => Promise.reject(new Error("a bug"));
  await expect(runCli(["clean"], { loadCleaner })).rejects.toThrow("a bug");
});
