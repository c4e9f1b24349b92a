import { Command, CommanderError } from "commander";
import { readPackageVersion } from "../io/package-version.ts";
import { campaignsCommand } from "./commands/campaigns.ts";
import { cleanCommand } from "./commands/clean.ts";
import { countCommand } from "./commands/count.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { gatherCommand } from "./commands/gather.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { modelCommand } from "./commands/model.ts";
import { restoreCommand } from "./commands/restore.ts";
import { trainCommand } from "./commands/train.ts";
import { type ExitCode, type Terminal, widthOf } from "./terminal.ts";

/** Every command by its name, in the order in which the help lists them. */
const COMMANDS: Readonly<Record<string, (terminal: Terminal) => Command>> = {
  clean: cleanCommand,
  restore: restoreCommand,
  inspect: inspectCommand,
  campaigns: campaignsCommand,
  evaluate: evaluateCommand,
  count: countCommand,
  model: modelCommand,
  train: trainCommand,
  gather: gatherCommand,
};

const EXAMPLES = `
Examples:
  tapis clean article.txt > clean.txt    one article
  tapis clean crawl/ --out cleaned/      all files in a folder, of any known form
  tapis inspect article.txt              what would go, how sure that is, and why
  gunzip -c crawl.jsonl.gz | tapis clean --format jsonl > clean.jsonl

Exit codes: 0 done; 1 done, but some records could not be read; 2 could not run.`;

/**
 * The whole command line, without the process around it. Commander's own output goes to the
 * terminal given. Of the commands, only the one that the first argument names is made, if it names one.
 */
function createProgram(terminal: Terminal, firstArgument?: string): Command {
  const { stdout, stderr } = terminal;
  const program = new Command("tapis")
    .description("Cuts injected gambling and lottery spam out of scraped articles.")
    .version(readPackageVersion(), "-V, --version", "show the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError("(add --help to see how it is called)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => widthOf(stdout),
      getErrHelpWidth: () => widthOf(stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const named = Object.entries(COMMANDS).filter(([name]) => name === firstArgument);
  const created = named.length > 0 ? named.map(([, create]) => create) : Object.values(COMMANDS);
  for (const createCommand of created) {
    const command = createCommand(terminal);
    inheritSettings(command, program);
    program.addCommand(command);
  }
  return program;
}

/**
 * Does what a command line asks for and gives the exit code.
 *
 * @throws whatever the command throws.
 */
export async function parseCommandLine(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    await createProgram(terminal, args[0]).parseAsync(args, { from: "user" });
    return terminal.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

/** Gives a command, and those below it, the settings of the command above. */
function inheritSettings(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inheritSettings(child, command);
}
