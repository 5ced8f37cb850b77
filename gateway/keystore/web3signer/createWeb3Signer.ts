import { computeAddress, dataSlice, keccak256, type Signature } from "ethers";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import { completeSignature } from "../completeSignature.ts";
import { createPayloadSigner } from "../createPayloadSigner.ts";
import type { KeyHolder } from "../keyHolder.ts";
import { type ApiAnswer, type Web3SignerAddress, Web3SignerApi } from "./web3SignerApi.ts";

/** Which one, and whose keys it holds. */
export interface Web3SignerOptions extends Web3SignerAddress {
  readonly name: string;
  readonly members: ReadonlyMap<number, readonly string[]>;
}

// Uncompressed public keys, with or without the prefix 04 and 0x.
const publicKey = z.string().regex(/^(0x)?(04)?[0-9a-f]{128}$/i);
const publicKeys = z.array(publicKey);
const signature = z.string().regex(/^0x[0-9a-f]{130}$/i);

function accountOf(key: string): string {
  return computeAddress(`0x04${key.slice(-128)}`);
}

class Web3Signer implements KeyHolder {
  readonly makesKeys = false;
  readonly name: string;
  readonly members: ReadonlyMap<number, readonly string[]>;
  readonly #api: Web3SignerApi;
  #identifiers: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(options: Web3SignerOptions) {
    this.name = options.name;
    this.members = options.members;
    this.#api = new Web3SignerApi(options);
  }

  async accounts(): Promise<readonly string[]> {
    return [...(await this.#load()).keys()];
  }

  signer(account: string) {
    return createPayloadSigner(account, (payload) => this.#sign(account, payload), true);
  }

  make(): Promise<never> {
    return Promise.reject(this.#failed("makes no keys: add them to its own configuration"));
  }

  destroy(): Promise<never> {
    return Promise.reject(this.#failed("destroys no keys: remove them from its configuration"));
  }

  async close(): Promise<void> {
    this.#api.close();
  }

  /** Keys by account. A failed look is not remembered. */
  #load(): Promise<ReadonlyMap<string, string>> {
    this.#identifiers ??= this.#readKeys();
    this.#identifiers.catch(() => {
      this.#identifiers = undefined;
    });
    return this.#identifiers;
  }

  async #readKeys(): Promise<ReadonlyMap<string, string>> {
    const { status, text } = await this.#ask("/api/v1/eth1/publicKeys");
    if (status !== 200) throw this.#failed(`answered its keys with status ${status}`);
    const keys = publicKeys.safeParse(this.#json(text));
    if (!keys.success) throw this.#failed("answered something that is no list of keys");
    return new Map(keys.data.map((key) => [accountOf(key), key]));
  }

  /** Its identifier of the account's key; keys may have been added since they were listed. */
  async #identifier(account: string): Promise<string> {
    const known = (await this.#load()).get(account);
    if (known !== undefined) return known;
    this.#identifiers = undefined;
    const found = (await this.#load()).get(account);
    if (found !== undefined) return found;
    throw this.#failed(`does not hold the key of account ${account}`);
  }

  /** Web3Signer hashes by itself: it is given what is hashed. */
  async #sign(account: string, payload: string): Promise<Signature> {
    const path = `/api/v1/eth1/sign/${await this.#identifier(account)}`;
    const { status, text } = await this.#ask(path, { data: payload });
    if (status === 404) {
      this.#identifiers = undefined;
      throw this.#failed(`does not hold the key of account ${account} any more`);
    }
    if (status !== 200) throw this.#failed(`refused to sign with status ${status}`);
    const answered = signature.safeParse(text.trim().replaceAll('"', ""));
    if (!answered.success) throw this.#failed("answered something that is no signature");
    const [r, s] = [dataSlice(answered.data, 0, 32), dataSlice(answered.data, 32, 64)];
    return completeSignature(account, keccak256(payload), { r: BigInt(r), s: BigInt(s) });
  }

  async #ask(path: string, body?: unknown): Promise<ApiAnswer> {
    try {
      return await this.#api.ask(path, body);
    } catch {
      throw new ProblemError("signer-unreachable", `Signer ${this.name} does not answer.`);
    }
  }

  #json(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  #failed(what: string): ProblemError {
    return new ProblemError("signer-failed", `Signer ${this.name} ${what}.`);
  }
}

/** Keys in a Web3Signer (mode eth1), used over HTTP: `/api/v1/eth1/sign/{identifier}` and `/api/v1/eth1/publicKeys`. */
export function createWeb3Signer(options: Web3SignerOptions): KeyHolder {
  return new Web3Signer(options);
}
