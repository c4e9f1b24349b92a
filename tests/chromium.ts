import { existsSync } from "node:fs";

/** Where Chromium is; undefined where there is none, and what needs it is left out. */
export const CHROMIUM: string | undefined = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => existsSync(path),
);
