import { availableParallelism } from "node:os";

/** Worker threads that do tasks, each thread one at a time. */
export interface WorkerPool<Task, Answer> {
  /**
   * Has a task done; what must not be copied on the way is listed in `moved` and can no longer be used here.
   *
   * @throws {Error} when the worker ended before it had an answer.
   */
  run(task: Task, moved: ArrayBuffer[]): Promise<Answer>;
  /** Ends all workers. What is not done yet fails. */
  close(): Promise<void>;
}

/** What workers run and how many there may be. */
export interface WorkerPoolOptions {
  /** The module that each worker loads with its first task. */
  readonly url: URL;
  /** The name under which the module exports the function that does a task. */
  readonly exportName: string;
  /** Most workers at a time. They are started as tasks come in, and again when one ended. */
  readonly count: number;
}

/** Memory of a worker for new objects. */
const NURSERY_MB = 8;

/** A pool of worker threads. The code for it is loaded only here. */
export async function openWorkerPool<Task, Answer>({
  url,
  exportName,
  count,
}: WorkerPoolOptions): Promise<WorkerPool<Task, Answer>> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina<Task, Answer>({
    minThreads: 0,
    maxThreads: count,
    idleTimeout: Infinity,
    recordTiming: false,
    // What a block leaves behind is short-lived: a small nursery keeps a worker small.
    resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
  });
  // A worker that ends while it has nothing to do is missed by nobody.
  pool.on("error", () => {});
  // With the module named here and not above, a module that cannot be loaded fails the task. It would end the worker before it
  // is ready otherwise, and piscina starts no other one then.
  const where = { filename: url.href, name: exportName };
  return {
    run: (task, moved) => pool.run(task, { ...where, transferList: moved }),
    close: () => pool.destroy(),
  };
}

/** How many threads this machine can run at a time. */
export function countProcessors(): number {
  return availableParallelism();
}
