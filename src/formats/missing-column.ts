import { TapisError } from "../errors.ts";

const MOST_NAMED = 20;
const MOST_NAME_LENGTH = 60;

/**
 * What to say when a table has no column of a name: ERR_RECORD_FORMAT, with the names that there are.
 *
 * @param place - Of the table or the record, for the message.
 */
export function missingColumn(columns: readonly string[], name: string, place: string): TapisError {
  const known = columns.slice(0, MOST_NAMED).map((column) => column.slice(0, MOST_NAME_LENGTH));
  const more = columns.length > MOST_NAMED ? ` and ${columns.length - MOST_NAMED} more` : "";
  return new TapisError(
    "ERR_RECORD_FORMAT",
    `${place}: column "${name}" is missing (use --text-key to name another one of ${known.join(", ")}${more})`,
  );
}
