// The code blocks of Markdown files, with the lines that they stand at.

/** A fenced code block. */
export interface CodeBlock {
  /** What the fence says of the language; may be empty. */
  readonly language: string;
  readonly code: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

/**
 * Finds the fenced code blocks of a Markdown text, in order.
 *
 * Only fences of three backticks at the start of a line are read, which is how our own files are written.
 * @throws {Error} If there is any other fence, so that none is passed over.
 */
export function findCodeBlocks(markdown: string): CodeBlock[] {
  const blocks = [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
    ({ index, 1: language = "", 2: code = "" }) => ({
      language,
      code,
      line: markdown.slice(0, index).split("\n").length,
    }),
  );
  const fenceCount = markdown.match(/^\s*(?:```|~~~)/gm)?.length ?? 0;
  if (fenceCount !== 2 * blocks.length) {
    throw new Error(`${fenceCount} fences, but ${blocks.length} code blocks that can be read`);
  }
  return blocks;
}

/** A command of a transcript, and what it prints. */
export interface TranscriptStep {
  readonly command: string;
  /** Matches the whole of what the command prints. */
  readonly output: RegExp;
}

/**
 * Parses a transcript of a console: lines that begin with `$ ` are commands, the others what these print. A line that is `…`
 * stands for any number of lines, a `…` within one for any characters.
 * @throws {Error} If the first line is not a command.
 */
export function parseTranscript(code: string): TranscriptStep[] {
  const [before, ...steps] = `\n${code}`.split("\n$ ");
  if (before !== "" || steps.length === 0) throw new Error("a transcript begins with a command");
  return steps.map((step) => {
    const [command = "", ...lines] = step.trimEnd().split("\n");
    const patterns = lines.map((line) =>
      line === "…" ? "(?:.*\n)*?" : `${escape(line).replaceAll("…", ".*")} *\n`,
    );
    return { command, output: new RegExp(`^${patterns.join("")}$`) };
  });
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
