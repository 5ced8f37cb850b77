import { getAddress, getBytes, keccak256, type Signature } from "ethers";
import type { Handle } from "pkcs11js";
import { ProblemError } from "../../errors/problemError.ts";
import { completeSignature } from "../completeSignature.ts";
import { createPayloadSigner } from "../createPayloadSigner.ts";
import type { KeyHolder } from "../keyHolder.ts";
import { type TokenOptions, type TokenSession, TokenSessions } from "./TokenSessions.ts";
import { type TokenKey, tokenKeys } from "./tokenKeys.ts";

/** Which token, and whose keys it holds. */
export interface Pkcs11Options extends TokenOptions {
  readonly members: ReadonlyMap<number, readonly string[]>;
  readonly makesKeys: boolean;
  /** CKA_LABEL of the keys that are made. */
  readonly label: string;
}

class Pkcs11Holder implements KeyHolder {
  readonly name: string;
  readonly members: ReadonlyMap<number, readonly string[]>;
  readonly makesKeys: boolean;
  readonly #label: string;
  readonly #sessions: TokenSessions;
  readonly #handles = new Map<string, { readonly generation: number; readonly handle: Handle }>();

  constructor(options: Pkcs11Options) {
    this.name = options.name;
    this.members = options.members;
    this.makesKeys = options.makesKeys;
    this.#label = options.label;
    this.#sessions = new TokenSessions(options);
  }

  async accounts(): Promise<readonly string[]> {
    return (await this.keys()).map(({ account }) => account);
  }

  keys(): Promise<readonly TokenKey[]> {
    return this.#use(async (session) => tokenKeys.list(session));
  }

  signer(account: string) {
    const own = getAddress(account);
    return createPayloadSigner(own, (payload) => this.#sign(own, payload), true);
  }

  async make(): Promise<string> {
    return (await this.#use((session) => tokenKeys.generate(session, this.#label))).account;
  }

  destroy(account: string): Promise<void> {
    this.#handles.delete(getAddress(account));
    return this.#use(async (session) => tokenKeys.destroy(session, this.#keyIn(session, account)));
  }

  close(): Promise<void> {
    return this.#sessions.close();
  }

  async #sign(account: string, payload: string): Promise<Signature> {
    const digest = keccak256(payload);
    const numbers = await this.#use((session) =>
      tokenKeys.sign(session, this.#handleIn(session, account), Buffer.from(getBytes(digest))),
    );
    return completeSignature(account, digest, numbers);
  }

  #handleIn(session: TokenSession, account: string): Handle {
    const known = this.#handles.get(account);
    if (known?.generation === session.generation) return known.handle;
    const handle = tokenKeys.privateHandle(session, this.#keyIn(session, account));
    if (handle === undefined) throw this.#missing(account);
    this.#handles.set(account, { generation: session.generation, handle });
    return handle;
  }

  #keyIn(session: TokenSession, account: string): TokenKey {
    const own = getAddress(account);
    const key = tokenKeys.list(session).find((each) => each.account === own);
    if (key === undefined) throw this.#missing(account);
    return key;
  }

  #missing(account: string): ProblemError {
    const detail = `Token ${this.name} does not hold the key of account ${account}.`;
    return new ProblemError("signer-failed", detail);
  }

  /** What a module says is for operators: members learn that the token failed, not how. */
  async #use<Result>(work: (session: TokenSession) => Promise<Result>): Promise<Result> {
    try {
      return await this.#sessions.use(work);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new ProblemError("signer-failed", `Token ${this.name} failed: ${reason}.`);
    }
  }
}

/** Keys in a token behind PKCS#11, for instance a hardware security module. */
export function createPkcs11Holder(options: Pkcs11Options): KeyHolder & Pick<Pkcs11Holder, "keys"> {
  return new Pkcs11Holder(options);
}
