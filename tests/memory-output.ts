import type { Output } from "../src/io/output.ts";

/** An output that keeps what it is given, and what became of it. */
export interface MemoryOutput extends Output {
  readonly content: string;
  readonly state: "open" | "committed" | "discarded";
}

/** An empty {@link MemoryOutput}. */
export function createMemoryOutput(): MemoryOutput {
  let content = "";
  let state: MemoryOutput["state"] = "open";
  return {
    get content() {
      return content;
    },
    get state() {
      return state;
    },
    async write(part) {
      content += Buffer.from(part).toString();
    },
    async commit() {
      state = "committed";
    },
    async discard() {
      if (state === "open") state = "discarded";
    },
  };
}
