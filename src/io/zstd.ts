import { importPackage } from "./import-package.ts";

const LEVEL = 3;

const PACKAGE = { name: "@bokuweb/zstd-wasm", use: "Writing .zst files" };

/** Packs bytes as a zstd frame. */
export type PackZstd = (bytes: Uint8Array) => Uint8Array;

let loading: Promise<PackZstd> | undefined;

/** Loads what packs zstd; it must be made ready once only. */
export async function loadZstd(): Promise<PackZstd> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PackZstd> {
  const { init, compress } = await importPackage(PACKAGE, () => import("@bokuweb/zstd-wasm"));
  await init();
  // What the library returns is overwritten by its next call.
  return (bytes) => compress(bytes, LEVEL).slice();
}
