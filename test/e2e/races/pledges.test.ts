import {
  ledgerInterfaces,
  type Pledge,
  type PledgedDocuments,
  pledgeAcceptanceTypedData,
  pledgeCountersignatureTypedData,
  signTypedMessage,
} from "@tallystick/sdk";
import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { pledgeStruct } from "../../../sdk/signing/pledgeStruct.ts";
import type { CastName } from "../../gateway/helpers/ledgerCast.ts";
import { raceCount } from "./raceCount.ts";
import { racedPositions } from "./racedPositions.ts";
import { type RaceLedger, raceLedger } from "./raceLedger.ts";
import { shuffled } from "./shuffled.ts";

const day = 86_400;
/** Each position is worth 100; a pledge takes 60, so that one of two has room. */
const [value, pledged] = [100n, 60n];
const banks = ["financierA", "financierB"] as const;
const active = 2n;
const nobody = {
  nonce: 0n,
  signature: { account: ZeroAddress, deadline: 0, epoch: 0, signature: "0x" },
};

describe("A race for collateral", function () {
  this.timeout(600_000);
  let ledger: RaceLedger;
  before(async () => {
    ledger = await raceLedger();
  });
  after(() => ledger.close());

  /** The nonce under which both banks sign about a position. */
  const nonceOf = (pledge: Pledge): bigint =>
    pledge.token * 2n + (pledge.asset === "receipt" ? 1n : 0n);

  /** The debtor's transaction that pledges at once, with the word of everybody else in it. */
  const pledgeCall = async (
    asset: "certificate" | "receipt",
    token: bigint,
    bank: CastName,
    documents: PledgedDocuments,
  ) => {
    const { deployment, who } = ledger;
    const deadline = ledger.now() + 7 * day;
    const pledge: Pledge = {
      asset,
      token,
      amount: pledged,
      securedParty: who[bank].id,
      expiresAt: deadline,
      terms: id(`agreement with ${bank}`),
      debt: id(`loan of ${bank}`),
    };
    const nonce = nonceOf(pledge);
    const registration = { number: id(`entry ${token}`), registeredAt: ledger.now() - day };
    const word = { pledge, debtor: who.tierOne.id, nonce, deadline, epoch: 1 };
    const seen = { ...word, registration, documents };
    const acceptance = await pledgeAcceptanceTypedData(deployment, seen);
    const securedParty = await signTypedMessage(who[bank].wallet, acceptance);
    const countersignature = pledgeCountersignatureTypedData(deployment, word);
    const custodian =
      asset === "certificate"
        ? nobody
        : { nonce, signature: await signTypedMessage(who.custodian.wallet, countersignature) };
    const args = [
      pledgeStruct(deployment, pledge),
      registration,
      { nonce, signature: securedParty },
      custodian,
      ZeroHash,
    ] as const;
    const data = ledgerInterfaces.liens.encodeFunctionData("pledgeWithSignatures", args);
    return { to: deployment.addresses.liens, data };
  };

  /** Every lien that became active, by contract and token. */
  const activeLiens = async (): Promise<Map<string, bigint[]>> => {
    const { liens } = ledger.contracts;
    const events = await liens.queryFilter(liens.filters.LienActivated(), ledger.deployment.block);
    const all = await Promise.all(events.map(({ args }) => liens.lienOf(args.lien)));
    const found = new Map<string, bigint[]>();
    for (const { asset, token, state, amount, securedParty } of all) {
      expect(state).to.equal(active);
      expect(amount).to.equal(pledged);
      const key = `${asset} ${token}`;
      found.set(key, [...(found.get(key) ?? []), securedParty]);
    }
    return found;
  };

  it("gives each position to one of two banks, whichever of 4 clients comes first, and to the other nothing", async () => {
    const count = raceCount();
    const { contracts, who, deployment } = ledger;
    const accounts = await ledger.accountsOf("tierOne", 3);
    const positions = racedPositions(ledger, value);
    const half = Math.floor(count / 2);
    const { tokens, documents } = await positions.certificates(half);
    const raced = [
      ...tokens.map((token) => ["certificate", token] as const),
      ...(await positions.receipts(count - half)).map((token) => ["receipt", token] as const),
    ];
    const calls = await Promise.all(
      banks.map((bank) =>
        Promise.all(raced.map(([asset, token]) => pledgeCall(asset, token, bank, documents))),
      ),
    );
    // Two clients pledge everything to the one bank, two to the other one, each in an order of its own.
    const winners = await ledger.run(
      accounts.map((wallet, lane) => [wallet, shuffled(calls[lane % 2] ?? [], lane)] as const),
    );
    expect(winners.reduce((sum, won) => sum + won, 0)).to.equal(count);

    const found = await activeLiens();
    const held = await Promise.all(
      raced.map(async ([asset, token]) => {
        const contract = asset === "certificate" ? "creditCertificates" : "warehouseReceipts";
        const securedBy = found.get(`${deployment.addresses[contract]} ${token}`) ?? [];
        expect(securedBy, `${asset} ${token}`).to.have.length(1);
        const [position] = await contracts[contract].positionOf(token);
        expect([position.value, position.held, position.owner]).to.deep.equal([
          value,
          pledged,
          BigInt(who.tierOne.id),
        ]);
        return { asset, token, winner: securedBy[0] };
      }),
    );
    // What the losing bank signed was not used up: nothing of its pledge is left anywhere.
    await Promise.all(
      held.map(async ({ asset, token, winner }) => {
        const nonce = token * 2n + (asset === "receipt" ? 1n : 0n);
        for (const bank of banks) {
          const member = who[bank].id;
          const isUsed = await contracts.liens.isNonceUsed(member, nonce);
          expect(isUsed, `${bank} ${asset} ${token}`).to.equal(winner === BigInt(member));
        }
      }),
    );
    for (const bank of banks)
      expect(held.filter(({ winner }) => winner === BigInt(who[bank].id))).to.not.be.empty;
  });
});
