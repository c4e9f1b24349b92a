/** Tells what a caller without types has passed, and says what there should have been. */
import { TapisError } from "../errors.ts";

/** Whether a value is a text. */
export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether a value is a list of texts. */
export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

/** @throws {TapisError} ERR_ARGUMENT, always. */
export function refuseArgument(caller: string, input: unknown, takesHtml: boolean): never {
  const taken = caller === "score" ? "an array of strings" : "a string or an array of strings";
  const also = takesHtml ? ", or { html: string }" : "";
  const isPage = typeof input === "object" && input !== null && "html" in input;
  const remedy =
    caller === "clean" && isPage && !takesHtml
      ? "; for pages, load the cleaner with loadCleaner({ html: true })"
      : "";
  throw new TapisError(
    "ERR_ARGUMENT",
    `${caller}: must be given ${taken}${also}, got ${describeValue(input)}${remedy}`,
  );
}

/** A value in a few words. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) {
    const strange: unknown = value.find((element) => !isText(element));
    return strange === undefined ? "an array" : `an array with ${describeValue(strange)} in it`;
  }
  if (typeof value === "string")
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value).slice(0, 4);
    return keys.length === 0 ? "an object" : `an object with ${keys.join(", ")}`;
  }
  return typeof value === "function" ? "a function" : String(value);
}
