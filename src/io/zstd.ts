const LEVEL = 3;

/** Packs bytes as a zstd frame. */
export type PackZstd = (bytes: Uint8Array) => Uint8Array;

let loading: Promise<PackZstd> | undefined;

/** Loads what packs zstd; it must be made ready once only. */
export async function loadZstd(): Promise<PackZstd> {
  loading ??= import("@bokuweb/zstd-wasm").then(async ({ init, compress }) => {
    await init();
    // What the library returns is overwritten by its next call.
    return (bytes) => compress(bytes, LEVEL).slice();
  });
  return loading;
}
