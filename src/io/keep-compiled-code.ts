/** Has Node keep the compiled code that is loaded from now on for the next process, where it can; the environment can forbid it. */
export function keepCompiledCode(): void {
  process.getBuiltinModule("node:module").enableCompileCache?.();
}
