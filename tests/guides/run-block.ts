// Runs a code block of a guide, in the way of its language.
import type { InstalledFolder, Outcome } from "../installed-folder.ts";
import { type CodeBlock, parseTranscript } from "./code-blocks.ts";

/**
 * Runs a block in a folder.
 *
 * - `sh`, `python` and `ts` run to their end; `ts` gets an address as its argument.
 * - `text` is a transcript of a console: what is printed, on standard error too, is what it says.
 * - `json` is a value.
 * @throws {Error} When it does not run so, with what was printed; and for a block of any other language.
 */
export async function runBlock(
  { language, code }: CodeBlock,
  folder: InstalledFolder,
  url: string,
): Promise<void> {
  switch (language) {
    case "json":
      JSON.parse(code);
      break;
    case "sh":
      assertDone(await folder.shell(code));
      break;
    case "python":
      assertDone(await folder.run("python3", ["-c", code]));
      break;
    case "ts":
      assertDone(await folder.script(code, [url]));
      break;
    case "text":
      await replay(code, folder);
      break;
    default:
      throw new Error(`no way is known to run a block of "${language}"`);
  }
}

function assertDone({ exitCode, stdout, stderr }: Outcome): void {
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}\n${stdout}${stderr}`);
}

async function replay(code: string, folder: InstalledFolder): Promise<void> {
  for (const { command, output } of parseTranscript(code)) {
    const { stdout } = await folder.shell(`{ ${command}\n} 2>&1`);
    if (!output.test(stdout)) throw new Error(`$ ${command}\n${stdout}`);
  }
}
