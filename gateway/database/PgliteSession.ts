import { type PGlite, parse, protocol } from "@electric-sql/pglite";
import { parameterText } from "./parameterText.ts";
import { StatementNames } from "./statementNames.ts";

const { serialize } = protocol;

function joined(messages: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(messages.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const message of messages) {
    whole.set(message, at);
    at += message.length;
  }
  return whole;
}

/**
 * PGlite's one connection. A statement is one message of the wire protocol with all its parts and not five, which is half
 * of what a short statement costs, and is planned once; and a queue sees to it that nothing comes between the statements of a transaction.
 */
export class PgliteSession {
  readonly #pglite: PGlite;
  readonly #names = new StatementNames();
  readonly #planned = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** Runs work once all that was asked before is done. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work, work);
    this.#last = mine;
    return mine;
  }

  /** One that failed after it was planned would be there already. */
  #plan(name: string, sql: string): Uint8Array[] {
    const planned = serialize.parse({ name, text: sql });
    return name === "" ? [planned] : [serialize.close({ type: "S", name }), planned];
  }

  /** Runs a statement at once: only within `alone`. */
  async run<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const name = this.#names.of(sql, parameters) ?? "";
    const message = joined([
      ...(this.#planned.has(name) ? [] : this.#plan(name, sql)),
      serialize.bind({ statement: name, values: parameters.map(parameterText) }),
      serialize.describe({ type: "P" }),
      serialize.execute({}),
      serialize.sync(),
    ]);
    const { messages } = await this.#pglite.execProtocol(message);
    if (name !== "") this.#planned.add(name);
    const [result] = parse.parseResults(messages, this.#pglite.parsers);
    return (result?.rows ?? []) as Row[];
  }
}
