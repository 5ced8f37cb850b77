import { createHash } from "node:crypto";

// Each is a plan that a connection keeps; the gateway has some hundreds of statements.
const MAXIMUM = 2_000;

/** The names under which connections keep the plans of statements, so that each is planned once and not at every use. */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #renewals = 0;

  /** Undefined for what is used once, such as changes of tables, and for what is too much to keep. */
  of(sql: string, parameters: readonly unknown[]): string | undefined {
    if (parameters.length === 0 && !sql.trimStart().startsWith("SELECT")) return undefined;
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    if (this.#names.size >= MAXIMUM) return undefined;
    const name = createHash("sha256").update(`${this.#renewals}${sql}`).digest("base64url");
    this.#names.set(sql, name);
    return name;
  }

  /** After tables changed their columns under kept plans: everything is planned anew, under other names. */
  renew(): void {
    this.#names.clear();
    this.#renewals += 1;
  }
}
