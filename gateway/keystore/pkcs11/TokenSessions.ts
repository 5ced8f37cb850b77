import type { Handle } from "pkcs11js";
import { ProblemError } from "../../errors/problemError.ts";
import { loadModule, type Module } from "./loadModule.ts";

/** Which token, and how many of its sessions are used at once. */
export interface TokenOptions {
  readonly name: string;
  /** File of the vendor's PKCS#11 module. */
  readonly module: string;
  /** By its label or by the number of its slot. */
  readonly token: { readonly label: string } | { readonly slot: number };
  readonly pin: string;
  readonly sessions: number;
  readonly timeoutMs: number;
}

/** One session, lent to one piece of work at a time. */
export interface TokenSession extends Module {
  readonly handle: Handle;
  /** Grows whenever the token was opened anew: object handles of before mean nothing then. */
  readonly generation: number;
}

/** Lends sessions of a token; logs in, and again when the token forgot it. */
export class TokenSessions {
  readonly #options: TokenOptions;
  readonly #free: TokenSession[] = [];
  readonly #waiting: ((session: TokenSession | undefined) => void)[] = [];
  #opened = 0;
  #generation = 0;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** Runs work on a session; once more on a new one when the token lost the first. */
  async use<Result>(work: (session: TokenSession) => Promise<Result>): Promise<Result> {
    try {
      return await this.#once(work);
    } catch (error) {
      if (!(await this.#isLost(error))) throw error;
      this.#forget();
      return this.#once(work);
    }
  }

  async close(): Promise<void> {
    const { pkcs11 } = await loadModule(this.#options.module);
    for (const { handle } of this.#free.splice(0)) pkcs11.C_CloseSession(handle);
  }

  async #once<Result>(work: (session: TokenSession) => Promise<Result>): Promise<Result> {
    const session = await this.#take();
    const { name, timeoutMs } = this.#options;
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new ProblemError("signer-unreachable", `Token ${name} does not answer.`));
    }, timeoutMs);
    // Asynchronous whatever it does: what it throws at once must give its session back, too.
    const working = (async () => work(session))();
    // A call that hangs keeps its session until it ends; a session that is in use can't be lent.
    working.then(
      () => this.#giveBack(session),
      () => this.#giveBack(session),
    );
    try {
      return await Promise.race([working, promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #take(): Promise<TokenSession> {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#opened < this.#options.sessions) return this.#open();
    const { promise, resolve } = Promise.withResolvers<TokenSession | undefined>();
    this.#waiting.push(resolve);
    const { name, timeoutMs } = this.#options;
    const timer = setTimeout(() => resolve(undefined), timeoutMs);
    const lent = await promise;
    clearTimeout(timer);
    if (lent !== undefined) return lent;
    const place = this.#waiting.indexOf(resolve);
    if (place >= 0) this.#waiting.splice(place, 1);
    throw new ProblemError("signer-unreachable", `All sessions of token ${name} are busy.`);
  }

  #giveBack(session: TokenSession): void {
    if (session.generation !== this.#generation) return;
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(session);
    else next(session);
  }

  #forget(): void {
    this.#generation += 1;
    this.#opened = 0;
    this.#free.length = 0;
    // Those who wait for a session that will not come back are lent new ones.
    const count = Math.min(this.#waiting.length, this.#options.sessions);
    for (let opened = 0; opened < count; opened += 1) {
      void this.#open().then(
        (session) => this.#giveBack(session),
        () => this.#waiting.shift()?.(undefined),
      );
    }
  }

  async #open(): Promise<TokenSession> {
    this.#opened += 1;
    const generation = this.#generation;
    try {
      const module = await loadModule(this.#options.module);
      const { pkcs11, numbers } = module;
      const slot = this.#slot(module);
      const handle = pkcs11.C_OpenSession(
        slot,
        numbers.CKF_SERIAL_SESSION | numbers.CKF_RW_SESSION,
      );
      this.#logIn(module, handle);
      return { ...module, handle, generation };
    } catch (error) {
      if (generation === this.#generation) this.#opened -= 1;
      throw error instanceof ProblemError ? error : this.#failure(error);
    }
  }

  #slot({ pkcs11 }: Module): Handle {
    const { name, token } = this.#options;
    const slots = pkcs11.C_GetSlotList(true);
    const found =
      "slot" in token
        ? slots[token.slot]
        : slots.find((slot) => pkcs11.C_GetTokenInfo(slot).label.trim() === token.label);
    if (found !== undefined) return found;
    throw new ProblemError("signer-unreachable", `The token of signer ${name} is not there.`);
  }

  #logIn({ pkcs11, numbers }: Module, handle: Handle): void {
    try {
      pkcs11.C_Login(handle, numbers.CKU_USER, this.#options.pin);
    } catch (error) {
      const code = error instanceof numbers.Pkcs11Error ? error.code : undefined;
      if (code === numbers.CKR_USER_ALREADY_LOGGED_IN) return;
      pkcs11.C_CloseSession(handle);
      if (code !== numbers.CKR_PIN_INCORRECT && code !== numbers.CKR_PIN_LOCKED) throw error;
      const detail = `Token ${this.#options.name} did not take its PIN.`;
      throw new ProblemError("signer-failed", detail);
    }
  }

  #failure(error: unknown): ProblemError {
    const reason = error instanceof Error ? error.message : String(error);
    return new ProblemError("signer-unreachable", `Token ${this.#options.name}: ${reason}.`);
  }

  async #isLost(error: unknown): Promise<boolean> {
    const { numbers } = await loadModule(this.#options.module);
    if (!(error instanceof numbers.Pkcs11Error)) return false;
    const lost = [
      numbers.CKR_SESSION_HANDLE_INVALID,
      numbers.CKR_SESSION_CLOSED,
      numbers.CKR_USER_NOT_LOGGED_IN,
      numbers.CKR_DEVICE_REMOVED,
      numbers.CKR_DEVICE_ERROR,
      numbers.CKR_TOKEN_NOT_PRESENT,
      numbers.CKR_OBJECT_HANDLE_INVALID,
      numbers.CKR_KEY_HANDLE_INVALID,
    ];
    return lost.includes(error.code);
  }
}
