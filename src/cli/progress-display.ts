import type { SingleBar } from "cli-progress";
import { formatProgress, type Progress } from "../report/progress-line.ts";
import { type TerminalStream, widthOf } from "./terminal.ts";

/** Shows how a run goes. */
export interface ProgressDisplay {
  /** Cheap enough to be called for every block. */
  update(progress: Progress): void;
  /** Shows a message without tearing the line that tells of progress. */
  note(message: string): void;
  /** Takes that line away. */
  stop(): void;
}

const PLAIN_MS = 30_000;

/**
 * Shows progress on a stream: on a terminal in one line that changes, elsewhere in a line every 30 s, so that short runs have none.
 *
 * @param options - `isPlain`: whether to do on a terminal too as elsewhere.
 */
export async function openProgressDisplay(
  stream: TerminalStream,
  { isPlain = stream.isTTY !== true }: { readonly isPlain?: boolean } = {},
): Promise<ProgressDisplay> {
  return isPlain || stream.isTTY !== true ? openPlainLines(stream) : openBar(stream);
}

async function openBar(stream: TerminalStream): Promise<ProgressDisplay> {
  const { default: progress } = await import("cli-progress");
  let latest: Progress | undefined;
  let bar: SingleBar | undefined;

  function startBar(): SingleBar {
    const started = new progress.SingleBar({
      stream,
      format: () => {
        const line = latest === undefined ? "" : `tapis: ${formatProgress(latest)}`;
        return line.slice(0, widthOf(stream) - 1);
      },
      clearOnComplete: true,
      hideCursor: true,
      // The command itself hears interrupts.
      gracefulExit: false,
      fps: 10,
    });
    started.start(1, 0);
    return started;
  }

  function stop(): void {
    bar?.stop();
    bar = undefined;
  }

  return {
    update(now) {
      latest = now;
      bar ??= startBar();
      bar.update(Math.min(1, now.share ?? 0));
    },
    // The next update starts the line again, below the message.
    note(message) {
      stop();
      stream.write(`${message}\n`);
    },
    stop,
  };
}

function openPlainLines(stream: TerminalStream): ProgressDisplay {
  let toldMs = 0;
  return {
    update(progress) {
      if (progress.elapsedMs - toldMs < PLAIN_MS) return;
      toldMs = progress.elapsedMs;
      stream.write(`tapis: ${formatProgress(progress)}\n`);
    },
    note: (message) => stream.write(`${message}\n`),
    stop: () => {},
  };
}
