import { build } from "rolldown";
import config from "../rolldown.demo.config.ts";

/** The demo page, as `npm run demo` writes it. */
export async function buildDemoPage(): Promise<string> {
  const { output } = await build({ ...config, write: false });
  const page = output.find(({ fileName }) => fileName === "demo.html");
  if (page?.type !== "asset" || typeof page.source !== "string") {
    throw new TypeError("buildDemoPage: there must be a page");
  }
  return page.source;
}
