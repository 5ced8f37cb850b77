import { Presets, SingleBar } from "cli-progress";

/** A progress bar on standard error. Without a terminal it says nothing. */
export class Progress {
  #bar: SingleBar | undefined;

  begin(what: string, total: number): void {
    this.#bar = new SingleBar(
      {
        format: `${what} {bar} {percentage}% | {eta_formatted} left | {note}`,
        stream: process.stderr,
        hideCursor: true,
      },
      Presets.shades_classic,
    );
    this.#bar.start(total, 0, { note: "" });
  }

  advance(by: number, note = ""): void {
    this.#bar?.increment(by, { note });
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }
}
