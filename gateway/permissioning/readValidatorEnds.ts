import { type ValidatorEnd, validatorEnds } from "@tallystick/sdk";
import { z } from "zod";
import { connectRpc } from "../chain/connectRpc.ts";
import { nodeAnswer } from "../chain/nodeAnswer.ts";
import type { Rpc } from "../chain/rpc.ts";

/** Where Avalanche's nodes serve a chain's JSON-RPC: before it lies the node, in it the chain's id. */
const chainUrl = /^(https?:\/\/[^/]+)\/ext\/bc\/([1-9A-HJ-NP-Za-km-z]+)\/rpc$/;

const validatedBy = z.object({ subnetID: z.string() });
const current = z.object({
  validators: z.array(z.looseObject({ nodeID: z.string(), endTime: z.coerce.number() })),
});

async function stakersOf(platform: Rpc, scope: Readonly<Record<string, string>>) {
  const method = "platform.getCurrentValidators";
  const { validators } = nodeAnswer(method, current, await platform.send(method, [scope]));
  return validators.map(({ nodeID, endTime }) => ({ nodeId: nodeID, end: endTime }));
}

async function endsOf(url: string, now: number): Promise<readonly ValidatorEnd[]> {
  const [, node, blockchainID] = chainUrl.exec(url) ?? [];
  if (node === undefined) return [];
  const platform = connectRpc(`${node}/ext/bc/P`);
  try {
    const method = "platform.validatedBy";
    const answer = await platform.send(method, [{ blockchainID }]);
    const { subnetID } = nodeAnswer(method, validatedBy, answer);
    // One after the other: the P-chain takes no batches.
    const set = await stakersOf(platform, { subnetID });
    const stakes = await stakersOf(platform, {});
    return validatorEnds(set, stakes, now);
  } finally {
    platform.destroy();
  }
}

/**
 * When each validator of the ledger's chain ends, as the first of its nodes says that answers. Empty where the nodes' URLs
 * are none of Avalanche's, since only these tell it. Rejects with the last node's fault when none answers.
 */
export async function readValidatorEnds(
  rpcUrls: readonly string[],
  now: number = Math.floor(Date.now() / 1_000),
): Promise<readonly ValidatorEnd[]> {
  let fault: unknown;
  for (const url of rpcUrls) {
    try {
      return await endsOf(url, now);
    } catch (error) {
      fault = error;
    }
  }
  throw fault;
}
