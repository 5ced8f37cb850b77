import { id, ZeroAddress, ZeroHash } from "ethers";
import { ref } from "../ref.ts";
import type { Scene } from "./scene.ts";
import { wrongSignature } from "./wrongSignature.ts";

type Values = (scene: Scene) => readonly unknown[] | Promise<readonly unknown[]>;

const registration = { number: id("registry number"), registeredAt: 1n };
const none = { number: ZeroHash, registeredAt: 0n };
const unsigned = { account: ZeroAddress, deadline: 0n, epoch: 0n, signature: "0x" };

/** Arguments for the functions of liens. */
export const lienValues: { readonly liens: Record<string, Values> } = {
  liens: {
    accept: (s) => [s.proposedLien, none, ref],
    admitAsset: (s) => [s.stranger.address, false, ref],
    approvePickUp: (s) => [s.lien, 1n, ref],
    approveReplacement: (s) => [s.lien, ref, ref],
    cancelNonce: () => [99n, ref],
    confirmEnforcement: (s) => [s.enforcement, ref, ref],
    countersign: (s) => [s.proposedLien, ref],
    declareDefault: (s) => [s.lien, ref, ref],
    deliver: (s) => [s.lien, ref],
    enforce: (s) => [s.enforcement, wrongSignature(s), ref],
    expire: (s) => [s.proposedLien, ref],
    onAccepted: () => [1n, ref],
    onFailed: () => [1n, ref],
    onGoodsTaken: () => [1n, 1n, 0n, ref],
    onPaid: () => [1n, 1n, 1n, ref],
    payLiens: (s) => [1n, s.certificate, 1n, ref],
    pledge: (s) => [s.pledge, ref],
    pledgeWithSignatures: (s) => [
      s.pledge,
      none,
      { nonce: 1n, signature: wrongSignature(s) },
      { nonce: 0n, signature: unsigned },
      ref,
    ],
    proposeEnforcement: (s) => [s.enforcement, ref, ref],
    recordNotice: (s) => [s.lien, 1n, ref, ref],
    refuse: (s) => [s.proposedLien, ref],
    register: (s) => [s.lien, registration, ref],
    reserveLien: (s) => [s.lien, ref],
    settleLien: (s) => [s.lien, 1n, ref],
    release: (s) => [s.lien, 1n, ref],
    setAuthority: (s) => [s.stranger.address],
    withdraw: (s) => [s.proposedLien, ref],
  },
};
