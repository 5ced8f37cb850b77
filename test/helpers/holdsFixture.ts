import { connectCreditCertificates } from "../../sdk/contracts/connectCreditCertificates.ts";
import { chain } from "./chain.ts";
import { circulationFixture } from "./circulationFixture.ts";
import { impersonate } from "./impersonate.ts";
import { ref } from "./ref.ts";

/** A certificate, and the ledger contracts that may reserve and settle it, as callers. */
export async function holdsFixture() {
  const setting = await circulationFixture();
  const { certificates, deployment, root, who, secondLegal } = setting;
  const { addresses } = deployment;
  const [factoring, early, runs] = await Promise.all(
    [addresses.factoring, addresses.earlyPayments, addresses.settlementRuns].map(async (address) =>
      certificates.connect(await impersonate(address)),
    ),
  );
  if (factoring === undefined || early === undefined || runs === undefined)
    throw new Error("the ledger lacks a contract");
  const expiresAt = BigInt(await chain.networkHelpers.time.latest()) + 2n * 86_400n;
  let orders = 0;
  return {
    ...setting,
    factoring,
    early,
    runs,
    expiresAt,
    /** Factoring reserves value of the root; answers nothing, holds count from 1. */
    hold: (value: bigint) => factoring.hold(root, who.tierOne.id, value, expiresAt, ref),
    /** Two legal accounts freeze or release a position. */
    setFrozen: async (token: bigint, freeze: boolean): Promise<void> => {
      orders += 1;
      const digest = `0x${orders.toString(16).padStart(64, "0")}`;
      const at = addresses.creditCertificates;
      const [first, second] = [who.legal.account, secondLegal].map((account) =>
        connectCreditCertificates(at, account),
      );
      await first?.proposeFreeze(token, freeze, digest, ref);
      await second?.confirmFreeze(token, freeze, digest, ref);
    },
  };
}
