import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Answered } from "./answerParent.ts";

/** A process of the bench's own, asked over its channel. */
export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answered: Answered) => void>();
  #asked = 0;

  constructor(file: string, ...nodeArguments: readonly string[]) {
    const execArgv = [...process.execArgv, ...nodeArguments];
    const stdio = ["ignore", 2, 2, "ipc"] as const;
    this.#process = fork(join(import.meta.dirname, file), { execArgv, stdio: [...stdio] });
    this.#process.on("message", (answered: Answered) => this.#waiting.get(answered.id)?.(answered));
    this.#process.on("exit", (code) => {
      for (const [id, tell] of this.#waiting) tell({ id, failure: `${file} ended with ${code}.` });
    });
  }

  /** Rejects with the child's own sentence. */
  async ask<Result>(verb: string, parameters: unknown = {}): Promise<Result> {
    const id = this.#asked++;
    const { promise, resolve } = Promise.withResolvers<Answered>();
    this.#waiting.set(id, resolve);
    this.#process.send({ id, verb, parameters });
    const { failure, result } = await promise;
    this.#waiting.delete(id);
    if (failure !== undefined) throw new Error(failure);
    return result as Result;
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, "exit");
    this.#process.disconnect();
    await ended;
  }
}
