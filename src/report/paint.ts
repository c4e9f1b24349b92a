/** What a piece of terminal text means; each has a look of its own. */
export type Role = "title" | "cut" | "unsure" | "note";

// SGR parameters of ECMA-48 §8.3.117: 1 bold, 2 faint, 9 crossed out, 31 red, 33 yellow, 0 reset.
const SGR_BY_ROLE: Readonly<Record<Role, string>> = {
  title: "1",
  cut: "31;9",
  unsure: "33",
  note: "2",
};

/** Gives text the look of its role; without colours, text stays as it is. */
export type Paint = (text: string, role: Role) => string;

/** A {@link Paint} with or without colours. */
export function createPaint(isColored: boolean): Paint {
  if (!isColored) return (text) => text;
  return (text, role) => `\u001B[${SGR_BY_ROLE[role]}m${text}\u001B[0m`;
}
