import { circulationFixture } from "./circulationFixture.ts";
import { impersonate } from "./impersonate.ts";
import { ref } from "./ref.ts";

/** Beside the first receivable one of slot 900 whose circulation has tight caps: tier 2, 4 serials, lots of 100. */
export async function cappedFixture() {
  const setting = await circulationFixture();
  const { certificates, who, terms } = setting;
  // `Receivables` alone may issue, so its address is borrowed.
  const issuer = await impersonate(await setting.receivables.getAddress());
  const slot = {
    serials: 0n,
    noticeTo: who.obligor.id,
    unit: terms.currency,
    dueDay: terms.dueDay,
    maxTier: 2n,
    warnTier: 2n,
    maxSplits: 4n,
    warnSplits: 3n,
    minLot: 100n,
    closed: false,
    running: false,
  };
  await certificates.connect(issuer).issue(900n, who.tierOne.id, 1_000n, slot, ref);
  return { ...setting, issuer, slot, root: (900n << 32n) | 1n };
}
