import { renameOutput, temporaryPath } from "../io/file-output.ts";
import { temporaryNameOf } from "./temporary-name.ts";

/** Gives side outputs, which are complete, their names; whatever of this was done before is not done again. */
export async function renameSides(
  paths: { readonly removed?: string | undefined; readonly rejects?: string | undefined },
  run: string,
): Promise<void> {
  const { removed, rejects } = paths;
  for (const [side, target] of Object.entries({ removed, rejects })) {
    if (target === undefined) continue;
    const temporary = temporaryPath(target, temporaryNameOf(run, side));
    renameOutput({ temporary, target, backup: null });
  }
}
