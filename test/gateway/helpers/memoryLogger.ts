import { Writable } from "node:stream";
import { type Logger, pino } from "pino";

/** A logger that keeps its lines, and what it was told. */
export function memoryLogger(make: (to: Writable) => Logger = (to) => pino(to)): {
  readonly logger: Logger;
  readonly text: () => string;
} {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { logger: make(to), text: () => lines.join("") };
}
