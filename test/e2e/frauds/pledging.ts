import type { Ledger } from "@tallystick/sdk";
import { id, ZeroHash } from "ethers";
import type { CastName } from "../../gateway/helpers/ledgerCast.ts";
import type { FraudStage } from "./fraudStage.ts";

const day = 86_400;
const unregistered = { number: ZeroHash, registeredAt: 0n };

/** What is pledged to whom. */
type Pledged = {
  readonly receipt: bigint | string;
  readonly amount: bigint;
  readonly to: CastName;
};

/** Pledges of receipts by members that act beside the gateway, each refusal in the SDK's sentences. */
export function pledging(stage: FraudStage) {
  const { liens } = stage.contracts;
  const { liens: to, warehouseReceipts: asset } = stage.deployment.addresses;
  const send = async (ledger: Ledger, verb: string, data: string) => {
    const done = await ledger.submit({ to, data, contract: "liens", verb });
    await stage.gateway.services.projector.waitForBlock(done.blockNumber);
    return done;
  };
  const encode = liens.interface.encodeFunctionData.bind(liens.interface);
  return {
    /** Answers the id of the proposed lien. */
    async pledge(by: Ledger, { receipt, amount, to: bank }: Pledged): Promise<bigint> {
      const terms = {
        asset,
        token: receipt,
        amount,
        securedParty: stage.who[bank].id,
        expiresAt: (await stage.now()) + 30 * day,
        terms: id("pledge agreement"),
        debt: id("loan"),
        supervisor: 0,
        purchaseMoneyDay: 0,
      };
      const done = await send(by, "pledge", encode("pledge", [terms, ZeroHash]));
      for (const log of done.logs) {
        const event = liens.interface.parseLog({ topics: [...log.topics], data: log.data });
        if (event?.name === "LienProposed") return event.args.getValue("lien") as bigint;
      }
      throw new Error("nothing was pledged");
    },
    accept: (by: Ledger, lien: bigint) =>
      send(by, "accept", encode("accept", [lien, unregistered, ZeroHash])),
    countersign: (by: Ledger, lien: bigint) =>
      send(by, "countersign", encode("countersign", [lien, ZeroHash])),
    withdraw: (by: Ledger, lien: bigint) =>
      send(by, "withdraw", encode("withdraw", [lien, ZeroHash])),
    release: (by: Ledger, lien: bigint, amount: bigint) =>
      send(by, "release", encode("release", [lien, amount, ZeroHash])),
    approvePickUp: (by: Ledger, lien: bigint, quantity: bigint) =>
      send(by, "approvePickUp", encode("approvePickUp", [lien, quantity, ZeroHash])),
    /** Where a lien stands: 1 proposed, 2 active, 5 ended. */
    stateOf: async (lien: bigint): Promise<number> => Number((await liens.lienOf(lien)).state),
    /** The hold that an order for pledged goods names. */
    holdOf: (lien: bigint): string => (lien & ((1n << 64n) - 1n)).toString(),
  };
}
