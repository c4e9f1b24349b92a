import { TapisError } from "../errors.ts";
import { type EncodingName, fromUtf8 } from "../formats/encoding/encoding.ts";
import type { Output } from "../io/output.ts";

/**
 * An output that takes UTF-8 and hands it on in another encoding; the other output itself if that is UTF-8.
 *
 * @param name - Of the output, for messages.
 * @throws {TapisError} ERR_OUTPUT_WRITE from its methods, when the encoding does not have a character.
 */
export function encodingOutput(output: Output, encoding: EncodingName, name: string): Output {
  if (encoding === "utf-8") return output;
  const conversion = fromUtf8(encoding);
  const refusing = (convert: () => Uint8Array): Uint8Array => {
    try {
      return convert();
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      const message = `${name}: cannot be written: ${cause.message}`;
      throw new TapisError("ERR_OUTPUT_WRITE", message, { cause });
    }
  };
  return {
    isFinalAtOnce: output.isFinalAtOnce ?? false,
    write(content) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      return output.write(refusing(() => conversion.next(bytes)));
    },
    async commit() {
      await output.write(refusing(() => conversion.last()));
      await output.commit();
    },
    discard: () => output.discard(),
  };
}
