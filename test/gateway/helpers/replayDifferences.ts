import { digestTables } from "@tallystick/sdk";
import { digestProjection } from "../../../gateway/projection/digestProjection.ts";
import { standStill } from "../../../gateway/projection/standStill.ts";
import { chainBlocks, replayedBlocks } from "../../helpers/replayedChain.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";

type Stack = Pick<LedgerGateway, "gateway" | "chain" | "deployment">;

/**
 * In what a replay of the chain, made of logs alone, differs from the gateway's projection, and which invariants it finds
 * broken. Facts that are marked short are no differences.
 */
export async function replayDifferences({ gateway, chain, deployment }: Stack): Promise<string[]> {
  const { projector } = gateway.services;
  if (projector.status().state === "stopped") return [];
  await projector.waitForBlock(Number(await chain.rpc.send("eth_blockNumber", [])));
  const projected = await standStill(gateway.services, digestProjection);
  const blocks = await chainBlocks(chain.rpc);
  const { tables, findings } = await replayedBlocks(
    deployment,
    blocks.filter(({ number }) => number <= (projected?.block ?? 0)),
  );
  const replayed = digestTables(tables).tables;
  const differing = projected?.tables.filter(
    ({ table, digest }) => replayed.find((other) => other.table === table)?.digest !== digest,
  );
  return [
    ...(differing ?? []).map(
      ({ table }) => `The replay's table ${table} differs from the projection's.`,
    ),
    ...findings.filter(({ code }) => code !== "short").map((finding) => JSON.stringify(finding)),
  ];
}
