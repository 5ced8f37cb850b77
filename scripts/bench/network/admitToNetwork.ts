import { setTimeout as pause } from "node:timers/promises";
import { engineProfiles } from "@tallystick/sdk";
import { id, Wallet } from "ethers";
import { ApiClient } from "../../client/ApiClient.ts";
import { admitMembers } from "../gateway/admitMembers.ts";
import type { BenchMember } from "../gateway/benchMember.ts";
import type { Child } from "../gateway/Child.ts";
import { callNode } from "../gateway/callNode.ts";
import type { BenchTarget } from "./benchTarget.ts";

const PATIENCE_MS = 180_000;
const DAY_MS = 86_400_000;

/** Waits until each account may send: the operator's job puts it on the chain's list and gives it coin. */
async function untilAllowed({ engine, rpcUrl }: BenchTarget, keys: readonly string[]) {
  if (engineProfiles[engine].quirks.allowLists !== "chain") return;
  const accounts = keys.map((key) => new Wallet(key).address);
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const balances = await Promise.all(
      accounts.map((account) => callNode(rpcUrl, "eth_getBalance", [account, "latest"])),
    );
    if (balances.every((balance) => BigInt(String(balance)) > 0n)) return;
    if (performance.now() > end) throw new Error("The new accounts may not send after 3 minutes.");
    await pause(1_000);
  }
}

/** The same members as the gateway's bench has, each of whom takes passes of the `recipients` before it. */
export async function admitToNetwork(
  target: BenchTarget,
  stack: Child,
  url: string,
  counts: { readonly members: number; readonly recipients: number },
): Promise<BenchMember[]> {
  const ready = (keys: readonly string[]) => untilAllowed(target, keys);
  const members = await admitMembers(stack, url, counts.members, ready);
  const until = new Date(Date.now() + 20 * DAY_MS).toISOString();
  await Promise.all(
    members.flatMap((sender, place) =>
      Array.from({ length: counts.recipients }, async (_, index) => {
        const recipient = members[(place + 1 + index) % members.length];
        if (recipient === undefined || recipient === sender) return;
        const api = new ApiClient(url, recipient.token);
        const framework = id("framework of the bench");
        await api.put(`/v1/standing-acceptances/${sender.id}`, { until, framework });
      }),
    ),
  );
  return members;
}
