import { defineConfig } from "vitest/config";

/** The checks that install packages, which needs a registry: not among the tests, which need none. */
export default defineConfig({
  test: { include: ["tests/install/*.check.ts"], testTimeout: 600_000, hookTimeout: 600_000 },
});
