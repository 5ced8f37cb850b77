import { type ForkOptions, forkLedger, type LedgerProcess } from "./forkLedger.ts";

/** How a ledger is kept running. */
export interface SuperviseOptions extends ForkOptions {
  /** Is told in a sentence what happened to the ledger's process. */
  readonly tell: (sentence: string) => void;
  /** Is told why the ledger stays down; what depends on it should end. */
  readonly giveUp: (sentence: string) => void;
}

/** It may end this often within a minute; a ledger that ends again and again needs a person. */
const MOST_STARTS = 3;
const MINUTE_MS = 60_000;

function portOf({ url }: LedgerProcess): number {
  return Number(new URL(url).port);
}

/** A ledger whose process is started again when it ends by itself, at the same address and with all that it had. */
class LedgerSupervisor implements LedgerProcess {
  readonly #options: SuperviseOptions;
  #ledger: LedgerProcess;
  #starts: number[] = [];
  #closing = false;
  #watching: Promise<void>;

  constructor(options: SuperviseOptions, ledger: LedgerProcess) {
    this.#options = options;
    this.#ledger = ledger;
    this.#watching = this.#watch();
  }

  get url(): string {
    return this.#ledger.url;
  }

  get processId(): number {
    return this.#ledger.processId;
  }

  get ended(): Promise<string> {
    return this.#ledger.ended;
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#ledger.close();
    await this.#watching;
  }

  async #watch(): Promise<void> {
    for (;;) {
      const how = await this.#ledger.ended;
      if (this.#closing) return;
      if (!(await this.#startAgain(how))) return;
    }
  }

  async #startAgain(how: string): Promise<boolean> {
    const { tell, giveUp, ...options } = this.#options;
    const now = performance.now();
    this.#starts = [...this.#starts.filter((at) => now - at < MINUTE_MS), now];
    if (this.#starts.length > MOST_STARTS) {
      giveUp(`${how} It was started ${MOST_STARTS} times within a minute and stays down.`);
      return false;
    }
    tell(`${how} It is started again; writes wait until then.`);
    try {
      this.#ledger = await forkLedger({ ...options, port: portOf(this.#ledger) });
    } catch (error) {
      giveUp(`${how} It can't be started again: ${error instanceof Error ? error.message : error}`);
      return false;
    }
    if (this.#closing) await this.#ledger.close();
    else tell("The ledger runs again.");
    return true;
  }
}

/** Starts the embedded ledger and keeps it running until it is closed. */
export async function superviseLedger(options: SuperviseOptions): Promise<LedgerProcess> {
  const { tell: _tell, giveUp: _giveUp, ...own } = options;
  return new LedgerSupervisor(options, await forkLedger(own));
}
