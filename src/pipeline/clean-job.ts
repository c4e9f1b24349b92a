import type { FileOutputOptions } from "../io/file-output.ts";
import type { FileStats } from "../io/measure-file.ts";
import type { Output } from "../io/output.ts";
import type { RestorableInput } from "./removal-recorder.ts";
import type { Source } from "./source.ts";

/** One source to clean and where the result goes. */
export interface CleanJob {
  readonly source: Source;
  /** Opens the output; left out when nothing is to be written. The options are for an output that is a file. */
  readonly openOutput?: ((options: FileOutputOptions) => Promise<Output>) | undefined;
  /**
   * Whether the output takes the place of the source. Then parts that cannot be read stay in it,
   * for they would be lost, and a source without spam is not written again.
   */
  readonly isInPlace: boolean;
  /**
   * Opens the output with a copy of the source's file in it; given where nothing else keeps its very bytes when nothing changes,
   * because they are packed.
   */
  readonly openCopy?: ((options: FileOutputOptions) => Promise<Output>) | undefined;
  /** How the source can be restored; left out when it never will be. */
  readonly findRestorable?: (() => Promise<RestorableInput>) | undefined;
  /** Measures the source; left out for streams. */
  readonly measure?: (() => Promise<FileStats>) | undefined;
}
