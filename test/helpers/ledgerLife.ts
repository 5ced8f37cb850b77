import { currencyToBytes3, dayOf } from "@tallystick/sdk";
import { id, ZeroHash } from "ethers";
import type { LedgerGateway } from "../gateway/helpers/ledgerGateway.ts";

const free = { gasPrice: 0n, type: 0 };
const root = (1n << 32n) | 1n;
const year = 365 * 86_400;

/** One thing after another that members of a test ledger do beside its gateway. */
export interface LedgerLife {
  /** Something that suits the moment; answers whether the ledger took it. */
  act(): Promise<boolean>;
}

/** A certificate of 1,000,000.00 CNY at the first supplier, and a standing acceptance of the third one. */
async function begin({ contracts, who, now }: LedgerGateway): Promise<void> {
  const { receivables, creditCertificates } = contracts;
  const today = dayOf(await now());
  const soon = (await now()) + 86_400;
  const terms = {
    obligor: who.obligor.id,
    creditor: who.tierOne.id,
    amount: 1_000_000_00n,
    currency: currencyToBytes3("CNY"),
    deliveryDay: today - 5,
    contractDueDay: today + 50,
    dueDay: today + 40,
    documentRoot: id("documents"),
    defenceWaiver: true,
    noticeByLedger: true,
    longTermReason: ZeroHash,
    obligorInterestShare: 0,
    epoch: 0,
    invoices: [{ tag: id("invoice"), exists: 1_000_000_00n, amount: 1_000_000_00n }],
    earlier: [],
    fees: [],
    salt: id("salt"),
  };
  const sendings = [
    () => receivables.connect(who.tierOne.wallet).register(terms, ZeroHash, free),
    () => receivables.connect(who.obligor.wallet).confirm(1, terms, soon, ZeroHash, free),
    () => receivables.connect(who.tierOne.wallet).accept(1, ZeroHash, free),
    () =>
      creditCertificates
        .connect(who.tierThree.wallet)
        .setStandingAcceptance(who.tierOne.id, soon + year, id("frame"), ZeroHash, free),
  ];
  for (const send of sendings) await (await send()).wait();
}

/** A small life whose every step depends on `random` alone, and on what the ledger takes. */
export async function ledgerLife(stack: LedgerGateway, random: () => number): Promise<LedgerLife> {
  await begin(stack);
  const { contracts, who } = stack;
  const certificates = contracts.creditCertificates;
  const [one, two] = [who.tierOne.wallet, who.tierTwo.wallet].map((wallet) =>
    certificates.connect(wallet),
  );
  if (one === undefined || two === undefined) throw new Error("no suppliers");
  const amount = () => 1n + BigInt(Math.floor(random() * 500));
  const any = (count: number) => 1n + BigInt(Math.floor(random() * count));
  const soon = async () => (await stack.now()) + year;
  const actions = [
    async () => one.split(root, amount(), ZeroHash, free),
    async () =>
      one.offer(root, who.tierTwo.id, amount(), await soon(), id(String(random())), ZeroHash, free),
    async () => two.acceptOffer(any(40), ZeroHash, free),
    async () => two.declineOffer(any(40), ZeroHash, free),
    async () => one.cancelOffer(any(40), ZeroHash, free),
    async () => one.transfer(root, who.tierThree.id, amount(), id("order"), ZeroHash, free),
    async () => one.merge(root, [root + any(40)], ZeroHash, free),
  ];
  return {
    async act() {
      const action = actions[Math.floor(random() * actions.length)];
      try {
        const sent = await action?.();
        // Each transaction makes its block at once. ethers itself would wait for a block number that it hasn't seen yet.
        const asked = [sent?.hash];
        const receipt: unknown = await stack.chain.rpc.send("eth_getTransactionReceipt", asked);
        return receipt !== null;
      } catch {
        return false;
      }
    },
  };
}
