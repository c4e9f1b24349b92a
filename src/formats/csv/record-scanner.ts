const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Where in a record a scan stands. */
type Place = "field start" | "bare" | "quoted" | "behind a quote" | "behind a carriage return";

/**
 * Finds where the records of CSV end, in bytes that come in any number of runs.
 *
 * A quote opens a field only where the field starts; a doubled one inside stands for itself, and whatever follows the one that
 * closes belongs to the field. LF, CR LF and a CR alone end a record, except between quotes.
 *
 * Source: Y. Shafranovich, *RFC 4180* (2005), §2, and where that is silent Python's module csv, which is as lenient.
 */
export class RecordScanner {
  readonly #delimiter: number;
  #place: Place = "field start";

  /** @param delimiter - Stands between two fields: one character of ASCII. */
  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Whether what was scanned last is between quotes. */
  get isQuoted(): boolean {
    return this.#place === "quoted";
  }

  /** Whether the record that was scanned last has ended with a CR, unless a LF follows. */
  get isBehindReturn(): boolean {
    return this.#place === "behind a carriage return";
  }

  /**
   * Index behind the record that ends first at or after `from`; -1 when none does, and then the next run goes on where this one
   * ends. A CR that ends a run is known to end the record only by what follows, and 0 is where that record ended then.
   *
   * @param onField - Told, for each field, the index behind it.
   */
  findEnd(bytes: Uint8Array, from: number, onField?: (end: number) => void): number {
    let place = this.#place;
    const delimiter = this.#delimiter;
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (place === "behind a carriage return") {
        this.#place = "field start";
        return byte === LINE_FEED ? at + 1 : at;
      }
      if (place === "quoted") {
        if (byte === QUOTE) place = "behind a quote";
      } else if (byte === delimiter) {
        onField?.(at);
        place = "field start";
      } else if (byte === LINE_FEED) {
        onField?.(at);
        this.#place = "field start";
        return at + 1;
      } else if (byte === CARRIAGE_RETURN) {
        onField?.(at);
        place = "behind a carriage return";
      } else if (byte === QUOTE) {
        place = place === "bare" ? "bare" : "quoted";
      } else {
        place = "bare";
      }
    }
    this.#place = place;
    return -1;
  }
}
