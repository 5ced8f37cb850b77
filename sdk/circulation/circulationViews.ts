import type { Ledger } from "../ledger/ledger.ts";
import { readContract } from "../ledger/readContract.ts";
import { nameAt } from "../vocabulary/nameAt.ts";
import { namesIn } from "../vocabulary/namesIn.ts";
import { offerStates } from "../vocabulary/offerStates.ts";
import { positionFlags } from "../vocabulary/positionFlags.ts";
import type { SplitTokenName } from "./splitTokenName.ts";

type Link = Readonly<Record<"id" | "owner" | "value" | "held" | "tier" | "flags", bigint>>;

/** One position as the ledger stores it, without the noun that its id is of. */
function position({ id, owner, value, held, tier, flags }: Link) {
  return {
    token: id,
    owner: Number(owner),
    value,
    held,
    tier: Number(tier),
    flags: namesIn(positionFlags, flags),
  };
}

/** What certificates and warehouse receipts both answer about what circulates. */
export function circulationViews(name: SplitTokenName) {
  return {
    positionOf: async (ledger: Ledger, token: bigint) => {
      const { link, parentId } = await readContract(ledger, name, (at) => at.positionOf(token));
      return { ...position(link), parent: parentId === 0n ? undefined : parentId };
    },
    lineage: async (ledger: Ledger, token: bigint) => {
      const links = await readContract(ledger, name, (at) => at.lineage(token));
      return links.map((link) => position(link));
    },
    offerOf: async (ledger: Ledger, offer: bigint) => {
      const stored = await readContract(ledger, name, (at) => at.offerOf(offer));
      return {
        token: stored.token,
        to: Number(stored.to),
        value: stored.value,
        expiresAt: Number(stored.expiresAt),
        tradeReference: stored.tradeReference,
        state: nameAt(offerStates, stored.state),
      };
    },
    standingAcceptanceOf: async (ledger: Ledger, recipient: number, sender: number) => {
      const { until, framework } = await readContract(ledger, name, (at) =>
        at.standingAcceptanceOf(recipient, sender),
      );
      return { until: Number(until), framework };
    },
    isNonceUsed: async (ledger: Ledger, member: number, nonce: bigint) =>
      readContract(ledger, name, (at) => at.isNonceUsed(member, nonce)),
  };
}
