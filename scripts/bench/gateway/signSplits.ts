import { type EngineProfile, engineProfiles } from "@tallystick/sdk";
import { hexlify, randomBytes, type TransactionRequest } from "ethers";
import { ledgerFeatures } from "../../../gateway/features/ledgerFeatures.ts";
import { createKeySigner } from "../../../gateway/keystore/createKeySigner.ts";
import type { BenchMember } from "./benchMember.ts";
import { callNode } from "./callNode.ts";

/** Where the splits go. */
export interface SplitTarget {
  readonly ledgerUrl: string;
  readonly contract: string;
  readonly chainId: number;
  /** Anvil's without it. */
  readonly profile?: Pick<EngineProfile, "gasPrice" | "gasLimit">;
}

/** `count` signed splits of the members' certificates, in turns, each like the gateway's own with a reference. */
export async function signSplits(
  members: readonly BenchMember[],
  count: number,
  { ledgerUrl, contract, chainId, profile = engineProfiles.anvil }: SplitTarget,
): Promise<string[]> {
  const abi = ledgerFeatures.interfaces["creditCertificates"];
  if (abi === undefined) throw new Error("The ledger has no certificates.");
  const { gasPrice, gasLimit } = profile;
  const signers = await Promise.all(
    members.map(async ({ key, certificate }) => {
      const signer = createKeySigner(key);
      const nonce = await callNode(ledgerUrl, "eth_getTransactionCount", [
        signer.address,
        "latest",
      ]);
      return { signer, certificate, nonce: Number(nonce) };
    }),
  );
  const raws: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const one = signers[index % signers.length];
    if (one === undefined) throw new Error("Nobody takes part.");
    const data = abi.encodeFunctionData("split", [one.certificate, 1n, hexlify(randomBytes(32))]);
    const terms: TransactionRequest = { type: 0, chainId, gasPrice, gasLimit, to: contract, data };
    raws.push(await one.signer.signTransaction({ ...terms, value: 0n, nonce: one.nonce++ }));
  }
  return raws;
}
