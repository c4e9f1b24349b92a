/** Cleans streams of documents in worker threads. */
import { openWorkerPool, type WorkerPool } from "../io/worker-pool.ts";
import type { Cleaner } from "../library/cleaner.ts";
import {
  type AnyCleanedDocument,
  type DocumentText,
  textOf,
  withText,
} from "../library/documents.ts";
import { lazyParagraphsResult, lazyResult } from "../library/frozen-results.ts";
import type { CleanResult, ParagraphsResult } from "../library/results.ts";
import type { Documents } from "../library/source.ts";
import { unlessAborted, untilAborted } from "../library/until-aborted.ts";
import {
  type DocumentAnswer,
  type DocumentTask,
  loadOptionsOf,
  type SentCleaner,
} from "./document-worker.ts";
import { loadCleaner } from "./from-files.ts";
import { mapInOrder } from "./map-in-order.ts";
import { runTwice } from "./run-twice.ts";
import { toError } from "./worker-fault.ts";

/** Beside this file where the package is built. */
const WORKER = new URL("./document-worker.js", import.meta.url);

/** How documents are cleaned in workers. */
export interface WorkerSettings {
  readonly textKey: string;
  readonly signal: AbortSignal | undefined;
  /** Most workers at a time, at least 1. */
  readonly count: number;
  /** How workers load the cleaner. */
  readonly load: SentCleaner;
  /**
   * The module that workers run.
   * @defaultValue `document-worker.js` beside this file
   */
  readonly url?: URL;
}

/**
 * Cleans documents in workers, in their order; twice as many as there are workers are under way at a time. All workers are ended when
 * the caller stops, at a fault and at an abort.
 *
 * The paragraphs of a result are made in this thread when they are asked for: sending them would cost more than the rest.
 *
 * @throws {TapisError} ERR_WORKER when two workers ended over a document; ERR_RECORD_FORMAT at a document without a text; what
 *   `loadCleaner` throws. When it is aborted, the signal's reason.
 */
export async function* cleanInWorkers(
  documents: Documents<object>,
  { textKey, signal, count, load, url = WORKER }: WorkerSettings,
): AsyncGenerator<AnyCleanedDocument> {
  const ended = new AbortController();
  const until = signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);
  let cleaner: Promise<Cleaner> | undefined;
  let pool: Promise<WorkerPool<DocumentTask, DocumentAnswer>> | undefined;
  let number = 0;

  async function clean(document: object): Promise<AnyCleanedDocument> {
    number += 1;
    const place = `document ${number}`;
    const text = textOf(document, textKey, place);
    const own = await (cleaner ??= loadCleaner(loadOptionsOf(load)));
    const opened = await (pool ??= openWorkerPool({
      url,
      exportName: "cleanTextInWorker",
      count,
    }));
    const answer = await runTwice(() => opened.run({ text, load }, []), {
      place,
      isClosed: () => until.aborted,
      onWorkerEnd: () => {},
    });
    return withText(document, textKey, resultOf(text, answer, own));
  }

  try {
    const work = (document: object): Promise<AnyCleanedDocument> =>
      unlessAborted(clean(document), until);
    yield* mapInOrder(untilAborted(documents, until), work, 2 * count);
  } finally {
    ended.abort();
    await (await pool)?.close();
  }
}

/** A result as it would be in this thread. */
function resultOf(
  text: DocumentText,
  answer: DocumentAnswer,
  cleaner: Cleaner,
): CleanResult | ParagraphsResult {
  if (answer.kind === "fault") throw toError(answer);
  if (answer.kind === "text") {
    return lazyResult(answer.cleaned, () => (isList(text) ? [] : cleaner.clean(text).paragraphs));
  }
  return lazyParagraphsResult(answer.cleaned, () =>
    isList(text) ? cleaner.clean(text).paragraphs : [],
  );
}

function isList(text: DocumentText): text is readonly string[] {
  return typeof text !== "string";
}
