import { type Ledger, liens } from "@tallystick/sdk";
import { id } from "ethers";
import type { CastName } from "../../gateway/helpers/ledgerCast.ts";
import type { FraudStage } from "./fraudStage.ts";

const day = 86_400;

/** What is pledged to whom. */
type Pledged = {
  readonly receipt: bigint | string;
  readonly amount: bigint;
  readonly to: CastName;
};

/** Pledges of receipts by members that act beside the gateway, which has seen each when it answers. */
export function pledging(stage: FraudStage) {
  const seen = async <Done extends { readonly blockNumber: number }>(
    asked: Promise<Done>,
  ): Promise<Done> => {
    const done = await asked;
    await stage.gateway.services.projector.waitForBlock(done.blockNumber);
    return done;
  };
  return {
    /** Answers the id of the proposed lien. */
    async pledge(by: Ledger, { receipt, amount, to }: Pledged): Promise<bigint> {
      const pledge = {
        asset: "receipt",
        token: BigInt(receipt),
        amount,
        securedParty: stage.who[to].id,
        expiresAt: (await stage.now()) + 30 * day,
        terms: id("pledge agreement"),
        debt: id("loan"),
      } as const;
      return (await seen(liens.pledge(by, { pledge }))).lien;
    },
    accept: (by: Ledger, lien: bigint) => seen(liens.accept(by, { lien })),
    countersign: (by: Ledger, lien: bigint) => seen(liens.countersign(by, { lien })),
    register: (by: Ledger, lien: bigint, registeredAt: number) =>
      seen(
        liens.register(by, { lien, registration: { number: id(`entry ${lien}`), registeredAt } }),
      ),
    withdraw: (by: Ledger, lien: bigint) => seen(liens.withdraw(by, { lien })),
    release: (by: Ledger, lien: bigint, amount: bigint) =>
      seen(liens.release(by, { lien, amount })),
    approvePickUp: (by: Ledger, lien: bigint, quantity: bigint) =>
      seen(liens.approvePickUp(by, { lien, quantity })),
    stateOf: async (lien: bigint): Promise<string> =>
      (await liens.get(stage.own("financierA"), { lien })).state,
    /** The hold that an order for pledged goods names. */
    holdOf: (lien: bigint): string => (lien & ((1n << 64n) - 1n)).toString(),
  };
}
