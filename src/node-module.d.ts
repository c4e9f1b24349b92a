declare module "node:module" {
  /** Keeps compiled code for the next process; from Node 22.8 on. */
  export const enableCompileCache: (() => unknown) | undefined;
}

export {};
