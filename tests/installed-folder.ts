// A folder in which Tapis is installed as users have it: the built package in node_modules, the command on the PATH.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The packages that scripts of users may import beside Tapis. */
const PACKAGES = ["@crawlee", "@mozilla", "@types", "linkedom", "playwright-core"];

/** What a process did. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A temporary folder with Tapis in it. */
export interface InstalledFolder {
  /** Absolute path of a name in the folder. */
  at(name: string): string;
  /** Runs lines of bash in the folder; the first command that fails ends them. */
  shell(lines: string): Promise<Outcome>;
  /**
   * Writes a script in TypeScript, checks its types against the declarations of the built package, and runs it in the folder.
   * @throws {Error} With the compiler's messages, if it does not compile.
   */
  script(code: string, args?: readonly string[]): Promise<Outcome>;
  /** Runs a program in the folder. */
  run(program: string, args: readonly string[]): Promise<Outcome>;
  remove(): Promise<void>;
}

/** Makes the folder; needs what `npm run build` makes. */
export async function createInstalledFolder(): Promise<InstalledFolder> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "tapis-installed-")));
  const at = (name: string): string => join(folder, name);
  const write = async (name: string, content: string, mode = 0o644): Promise<void> => {
    await mkdir(dirname(at(name)), { recursive: true });
    await writeFile(at(name), content, { mode });
  };
  await write("package.json", '{ "type": "module" }\n');
  const command = join(ROOT, "dist/bin/tapis.js");
  const bin = "node_modules/.bin";
  await write(`${bin}/tapis`, `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`, 0o755);
  await symlink(process.execPath, at(`${bin}/node`));
  await symlink(ROOT, at("node_modules/tapis"));
  for (const name of PACKAGES) {
    await symlink(join(ROOT, "node_modules", name), at(`node_modules/${name}`));
  }
  const env = {
    ...process.env,
    PATH: `${at(bin)}${delimiter}${process.env["PATH"] ?? ""}`,
    // Nothing that is tried here is to come from a registry.
    npm_config_offline: "true",
  };
  const run = (program: string, args: readonly string[]): Promise<Outcome> =>
    runProcess(program, args, { cwd: folder, env });
  let scriptCount = 0;
  return {
    at,
    run,
    shell: (lines) => run("bash", ["-euo", "pipefail", "-c", lines]),
    async script(code, args = []) {
      scriptCount += 1;
      await write(`script-${scriptCount}.ts`, code);
      compile(at(`script-${scriptCount}.ts`));
      return run(process.execPath, [at(`script-${scriptCount}.js`), ...args]);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

async function runProcess(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Outcome> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { exitCode: typeof exitCode === "number" ? exitCode : null, stdout, stderr };
}

/** Compiles a file as a project with strict settings does, the output beside it. */
function compile(path: string): void {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [join(dirname(path), "node_modules/@types")],
  };
  const program = ts.createProgram([path], options);
  const diagnostics = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (diagnostics.length === 0) return;
  throw new Error(
    ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => dirname(path),
      getNewLine: () => "\n",
    }),
  );
}
