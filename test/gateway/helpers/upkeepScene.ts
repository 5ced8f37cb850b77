import { createRequestLog } from "../../../gateway/idempotency/createRequestLog.ts";
import { upkeepDuties } from "../../../gateway/upkeep/upkeepDuties.ts";
import { UpkeepRound } from "../../../gateway/upkeep/upkeepRound.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";
import { pause } from "./pause.ts";

/** Rounds of upkeep that a test asks for. */
export function upkeepScene({ gateway, chain, database }: LedgerGateway) {
  const { services } = gateway;
  /** The head watcher polls; a round must not see an older head than the test. */
  const synced = async () => {
    const { head, projector } = services;
    const block = Number(await chain.rpc.send("eth_blockNumber", []));
    while ((head.latest()?.number ?? 0) < block) {
      head.poke();
      await pause(20);
    }
    await projector.waitForBlock(block);
  };
  return {
    async round(): Promise<void> {
      await synced();
      const requestLog = createRequestLog(services.database);
      const parts = { services, requestLog, duties: upkeepDuties, isStopping: () => false };
      await new UpkeepRound(parts).run();
    },

    /** Which verbs were carried out so far, each as often as it was. */
    async done(): Promise<string[]> {
      const rows = await database.query<{ route: string }>(
        "SELECT route FROM local.request WHERE state = 'answered' AND route LIKE 'upkeep %' ORDER BY answered_at, route",
      );
      return rows.map(({ route }) => route.replace("upkeep ", ""));
    },
  };
}
