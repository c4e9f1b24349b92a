/** Name of the temporary file of the output of a run's input, by its number, or of a side output, by its name. */
export function temporaryNameOf(run: string, output: number | string): string {
  return `.tapis-${run}-${output}.part`;
}
