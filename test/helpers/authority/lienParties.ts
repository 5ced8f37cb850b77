import { ref } from "../ref.ts";
import type { Refused } from "./callers.ts";
import type { Scene } from "./scene.ts";

type Party = (scene: Scene) => Refused | Promise<Refused>;

/** The auditor in the place of `party`, about one of the two liens. */
function auditor(lien: (s: Scene) => bigint, party: (s: Scene) => bigint): Party {
  return (s) => ({
    from: s.who.auditor.account.address,
    args: [lien(s), s.who.auditor.id, party(s)],
  });
}

const active = (s: Scene): bigint => s.lien;
const proposed = (s: Scene): bigint => s.proposedLien;
const secured = (s: Scene): bigint => s.who.financierA.id;
const debtor = (s: Scene): bigint => s.who.tierOne.id;

/** Someone else who has nothing to pledge. */
const notHolder: Party = (s) => ({
  from: s.who.auditor.account.address,
  args: [s.receipt, s.who.auditor.id, debtor(s)],
});

const ofSecured = Object.fromEntries(
  [
    "approvePickUp",
    "approveReplacement",
    "declareDefault",
    "recordNotice",
    "register",
    "release",
  ].map((fn) => [`liens.${fn}`, { otherMember: auditor(active, secured) }]),
);

/** Refused callers of liens that are particular to a function. */
export const lienParties: Readonly<Record<string, Readonly<Record<string, Party>>>> = {
  ...ofSecured,
  "liens.accept": {
    otherMember: (s) => ({
      from: s.who.financierB.account.address,
      args: [s.proposedLien, s.who.financierB.id, secured(s)],
    }),
  },
  "liens.admitAsset": {
    governance: async (s) => {
      const values = [s.stranger.address, false, ref] as const;
      const data = s.liens.interface.encodeFunctionData("admitAsset", [...values]);
      const operation = await s.authority.hashOperation(s.governance, s.liens, data);
      return { from: s.governance.address, values, args: [operation] };
    },
  },
  "liens.confirmEnforcement": {
    proposer: (s) => ({
      from: s.who.legal.account.address,
      args: [s.lien, s.who.legal.account.address],
    }),
  },
  "liens.countersign": {
    otherMember: (s) => ({
      from: s.who.otherCustodian.account.address,
      args: [s.proposedLien, s.who.otherCustodian.id, s.who.custodian.id],
    }),
  },
  "liens.enforce": {
    otherMember: auditor(active, secured),
    wrongSigner: (s) => ({
      from: s.who.financierA.account.address,
      args: [s.stranger.address, debtor(s)],
    }),
  },
  "liens.pledge": { otherMember: notHolder },
  "liens.pledgeWithSignatures": {
    otherMember: notHolder,
    wrongSigner: (s) => ({
      from: s.who.tierOne.account.address,
      args: [s.stranger.address, secured(s)],
    }),
  },
  "liens.refuse": { otherMember: auditor(proposed, secured) },
  "liens.withdraw": { otherMember: auditor(proposed, debtor) },
};
