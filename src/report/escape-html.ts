const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that a page shows nothing for, or that turn the direction of what follows. */
const UNSHOWN = /[^\P{Cc}\t\n\r]|[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text as a page shows it, in an element or in a quoted attribute: nothing in it is markup. Controls, halves of characters
 * and marks of direction become U+FFFD, the replacement character.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(UNSHOWN, "\uFFFD");
}
