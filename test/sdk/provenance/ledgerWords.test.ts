import { readFileSync } from "node:fs";
import { expect } from "chai";
import { toBeHex } from "ethers";
import { anchors, certificates, liens, members, receivables } from "../../../sdk/index.ts";
import { contractsOf } from "../../../sdk/provenance/contractsOf.ts";
import { factsAt } from "../../../sdk/provenance/factsAt.ts";
import { fieldOf, type WordField } from "../../../sdk/provenance/fieldOf.ts";
import { gatherWords } from "../../../sdk/provenance/gatherWords.ts";
import { ledgerLayout } from "../../../sdk/provenance/ledgerLayout.ts";
import { type LedgerWord, ledgerWord } from "../../../sdk/provenance/ledgerWord.ts";
import { positionWord } from "../../../sdk/provenance/positionWord.ts";
import { chain } from "../../helpers/chain.ts";
import { evidenceScene } from "../../helpers/evidenceScene.ts";

const snapshot: Record<string, string[]> = JSON.parse(
  readFileSync(new URL("../../../docs/storage-layout.json", import.meta.url), "utf8"),
);
const bytesOf: Record<string, number> = {
  address: 20,
  bool: 1,
  bytes3: 3,
  bytes16: 16,
  bytes32: 32,
};

/** `slot+offset name: type` of a contract's variables, or of a struct's fields. */
function entries(contract: string, struct = "") {
  return (snapshot[contract] ?? []).flatMap((line) => {
    const match = /^(struct \S+ \(\d+ bytes\) )?(\d+)\+(\d+) (\w+): (.*)$/.exec(line);
    if (match === null || (match[1] ?? "").startsWith(`struct ${struct} `) !== (struct !== ""))
      return [];
    if (struct === "" && match[1] !== undefined) return [];
    const [, , slot, offset, name = "", type = ""] = match;
    const bits = /^uint(\d+)$/.exec(type)?.[1];
    const length = bits === undefined ? (bytesOf[type] ?? 1) : Number(bits) / 8;
    return [{ name, slot: BigInt(slot ?? 0), field: [Number(offset), length] as WordField }];
  });
}

function fields(contract: string, struct: string, word: bigint) {
  const its = entries(contract, struct).filter(({ slot }) => slot === word);
  return Object.fromEntries(its.map(({ name, field }) => [name, field]));
}

function mappings(contract: string, names: readonly string[]) {
  const its = entries(contract).filter(({ name }) => names.includes(name.replace(/^_/, "")));
  return Object.fromEntries(its.map(({ name, slot }) => [name.replace(/^_/, ""), slot]));
}

describe("the words that evidence is read from", () => {
  for (const [name, layout] of Object.entries(ledgerLayout)) {
    const contract = name.charAt(0).toUpperCase() + name.slice(1);
    it(`${contract}'s mappings lie where the committed storage layout has them`, () => {
      expect(layout.mappings).to.deep.equal(mappings(contract, Object.keys(layout.mappings)));
    });
  }

  it("their fields lie where the committed storage layout has them", () => {
    const { creditCertificates, receivables: its, liens: book, documentAnchors } = ledgerLayout;
    const stated = [
      [creditCertificates.hold, fields("CreditCertificates", "ISplitToken.Hold", 0n)],
      [its.record, fields("Receivables", "Receivables.Record", 0n)],
      [its.times, fields("Receivables", "Receivables.Record", 2n)],
      [book.record, fields("Liens", "LienBook.Record", 0n)],
      [documentAnchors.entry, fields("DocumentAnchors", "DocumentAnchors.Entry", 0n)],
    ];
    for (const [told, committed] of stated) expect(told).to.deep.equal(committed);
  });

  describe("on a ledger", () => {
    async function read() {
      const its = await chain.networkHelpers.loadFixture(evidenceScene);
      const { provider, deployment } = its;
      const contracts = contractsOf(deployment);
      const word = async ({ contract, slot }: LedgerWord) =>
        BigInt(await provider.getStorage(contracts[contract], slot));
      return { ...its, word, contracts };
    }

    it("a position is what the certificates' views say", async () => {
      const { word, thirdTier, as } = await read();
      const { third, second, root } = await thirdTier();
      for (const certificate of [third, second, root]) {
        const position = await certificates.getPosition(as.anyone, { certificate });
        const told = positionWord(await word(ledgerWord.position(certificate)));
        expect({ ...told, parent: undefined }).to.deep.equal({
          owner: position.owner,
          value: position.value,
          held: position.held,
          tier: position.tier,
          flags: position.flags,
          parent: undefined,
        });
        expect(((certificate >> 32n) << 32n) | told.parent).to.equal(
          position.parent ?? (certificate >> 32n) << 32n,
        );
      }
    });

    it("an account's word names its member, an anchor's its root's", async () => {
      const { word, as, who, signers, root, anchorAbout } = await read();
      const account = await word(ledgerWord.account(signers.buyer.address));
      expect(Number(fieldOf(account, [0, 4]))).to.equal(who.buyer);
      await anchorAbout(toBeHex(7n, 32));
      const { count, member, anchoredAt } = await anchors.get(as.anyone, { root });
      const entry = await word(ledgerWord.anchor(root));
      const its = ledgerLayout.documentAnchors.entry;
      expect(fieldOf(entry, its.count)).to.equal(BigInt(count));
      expect(Number(fieldOf(entry, its.member))).to.equal(member);
      expect(Number(fieldOf(entry, its.anchoredAt))).to.equal(anchoredAt);
      expect(await members.getCount(as.anyone)).to.be.greaterThan(1);
    });

    it("receivable and liens are what their views say", async () => {
      const { word, scene, as, deployment, contracts } = await read();
      const { lien, token, receivable } = await scene.lien.active();
      const claims = {
        chainId: deployment.chainId,
        contracts,
        certificate: token,
        signatures: { confirmation: null, acceptance: null, endorsements: [] },
        terms: null,
        documents: [],
      };
      const { result } = await gatherWords(word, [], (reader) => factsAt(reader, claims));
      const view = await receivables.get(as.anyone, { receivable });
      const facts = result.receivable;
      expect(facts).to.deep.include({
        obligor: view.obligor,
        creditor: view.creditor,
        amount: view.amount,
        currency: view.currency,
        dueDay: view.dueDay,
        state: view.state,
        openAmount: view.openAmount,
        termsDigest: view.termsDigest,
      });
      const its = await liens.get(as.anyone, { lien });
      expect(result.encumbrance).to.deep.equal({
        pledged: 400_00n,
        reserved: 0n,
        provedBy: "certificate-and-liens",
        liens: [
          {
            lien,
            securedParty: its.securedParty,
            debtor: its.debtor,
            amount: its.amount,
            registeredAt: BigInt(its.registeredAt ?? 0),
            state: its.state,
          },
        ],
      });
    });
  });
});
