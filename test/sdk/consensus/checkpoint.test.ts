import { expect } from "chai";
import { id, Wallet } from "ethers";
import { sha256Digest } from "../../../sdk/documents/sha256Digest.ts";
import {
  type BlockHeader,
  type Checkpoint,
  type CheckpointTrust,
  ConsensusError,
  checkpointProof,
  compareCheckpoints,
  headerFromRlp,
  headerRlp,
  readCheckpoint,
  readCheckpointSigners,
  type SignedCheckpoint,
  signCheckpoint,
} from "../../../sdk/index.ts";
import { qbftSealer } from "../../helpers/qbftSealer.ts";
import { expectCode } from "../expectCode.ts";

const chainId = 73_571;
const genesisHash = id("genesis");
const [ada, ben, eve] = ["ada", "ben", "eve"].map((name) => new Wallet(id(name))) as [
  Wallet,
  Wallet,
  Wallet,
];
const trust: CheckpointTrust = {
  chainId,
  genesisHash,
  signers: [
    { name: "Ada Audit", account: ada.address },
    { name: "Ben Audit", account: ben.address },
  ],
};

/** Headers as an engine without seals makes them: hashed as they are. */
function plainChain(length: number, name: string): BlockHeader[] {
  const set = qbftSealer.validators(1, name);
  let parent = qbftSealer.genesis(set);
  return Array.from({ length }, () => {
    const { fields } = qbftSealer.seal(parent, set);
    parent = headerFromRlp(headerRlp({ fields }));
    return parent;
  });
}

function tablesOf(certificates: number) {
  const tables = [
    { table: "certificate", rows: certificates, digest: id(`certificate ${certificates}`) },
    { table: "lien", rows: 2, digest: id("lien") },
  ];
  const lines = tables.map(({ table, rows, digest }) => `${table} ${rows} ${digest.slice(2)}\n`);
  return { tables, digest: sha256Digest(lines.join("")) };
}

function about(
  { number, hash, stateRoot }: BlockHeader,
  more: Partial<Checkpoint> = {},
): Checkpoint {
  return {
    ...{ chainId, genesisHash, block: Number(number), blockHash: hash, stateRoot },
    ...{ ...tablesOf(3), signer: "Ada Audit", at: "2026-11-23T00:00:00Z", ...more },
  };
}

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof ConsensusError) return error.code;
    throw error;
  }
  return "accepted";
}

describe("a signed checkpoint", () => {
  const chain = plainChain(6, "chain");
  const fork = plainChain(6, "fork");
  const header = chain[3] as BlockHeader;
  let signed: SignedCheckpoint;
  let others: SignedCheckpoint;

  before(async () => {
    signed = await signCheckpoint(ada, about(header));
    others = await signCheckpoint(ben, about(header, { signer: "Ben Audit" }));
  });

  it("is read out of its JSON as it was signed", () => {
    expect(readCheckpoint(JSON.parse(JSON.stringify(signed)))).to.deep.equal(signed);
  });

  it("is refused with any character of its file changed", () => {
    const text = JSON.stringify(signed);
    const kept: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === "1" ? "2" : "1";
      const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
      let json: unknown;
      try {
        json = JSON.parse(changed);
      } catch {
        continue;
      }
      if (refusal(() => readCheckpoint(json)) === "accepted") kept.push(at);
    }
    expect(kept).to.deep.equal([]);
  });

  it("is refused when its digest isn't that of its tables, or a field is missing or added", async () => {
    const digest = id("another");
    const wrong = await signCheckpoint(ada, about(header, { digest }));
    const { at, ...without } = signed;
    for (const each of [wrong, without, { ...signed, more: 1 }, { ...signed, digest: null }, at]) {
      expectCode(() => readCheckpoint(each), "checkpoint-invalid");
    }
  });

  it("proves the block that it names, and those before it by their hashes", () => {
    const evidence = { checkpoints: [signed] };
    const verdict = checkpointProof.verify(chain.slice(1, 4), trust, evidence);
    expect(verdict.blocks.map(({ hash }) => hash)).to.deep.equal(
      chain.slice(1, 4).map(({ hash }) => hash),
    );
    expect(verdict.trust).to.equal("checkpoint");
    expect(verdict.sentence).to.equal(
      "The word of Ada Audit is all that stands for these 3 blocks: no seals were checked, since there are none.",
    );
    const both = checkpointProof.verify([header], trust, { checkpoints: [signed, others] });
    expect(both.blocks[0]?.signers).to.deep.equal([signed.account, others.account]);
    expect(both.sentence).to.contain("Ada Audit, Ben Audit");
  });

  it("proves nothing else: no block after it, beside it, or before a gap", () => {
    const verify = (headers: readonly BlockHeader[]) => () =>
      checkpointProof.verify(headers, trust, { checkpoints: [signed] });
    const code = "checkpoint-header-unnamed";
    expectCode(verify(chain.slice(3, 5)), code);
    expectCode(verify([fork[3] as BlockHeader]), code);
    expectCode(verify([chain[1] as BlockHeader, header]), code);
    expectCode(verify([fork[2] as BlockHeader, header]), code);
    expectCode(verify([header, header]), code);
    expectCode(verify([header, chain[2] as BlockHeader]), code);
  });

  it("is worth nothing from a stranger, of another ledger, or against another trusted one", async () => {
    const verify = (checkpoints: readonly SignedCheckpoint[]) => () =>
      checkpointProof.verify([header], trust, { checkpoints });
    const strange = await signCheckpoint(eve, about(header));
    expectCode(verify([]), "checkpoint-signer-unknown");
    expectCode(verify([strange]), "checkpoint-signer-unknown");
    expect(verify([signed, strange])().blocks[0]?.signers).to.deep.equal([signed.account]);
    expectCode(verify([signed, { ...strange, block: 9 }]), "checkpoint-signature-invalid");
    for (const other of [{ chainId: 5 }, { genesisHash: id("other genesis") }]) {
      const its = await signCheckpoint(ada, about(header, other));
      expectCode(verify([its]), "checkpoint-ledger-differs");
    }
    const forked = await signCheckpoint(ben, about(fork[3] as BlockHeader));
    expectCode(verify([signed, forked]), "checkpoint-split-view");
    const wrongRoot = await signCheckpoint(ada, about({ ...header, stateRoot: id("root") }));
    expectCode(verify([wrongRoot]), "checkpoint-header-unnamed");
  });

  it("is compared with another one of the same block", async () => {
    const agreed = await compareCheckpoints(signed, others);
    expect(agreed.outcome).to.equal("agree");
    expect(agreed.sentence).to.contain("the same block and the same state at block 4");
    const bare = await signCheckpoint(ben, about(header, { digest: null, tables: [] }));
    expect((await compareCheckpoints(signed, bare)).sentence).to.contain(
      "signed for the same block at",
    );
    const more = await signCheckpoint(ben, about(header, tablesOf(4)));
    const contradiction = await compareCheckpoints(signed, more);
    expect(contradiction.outcome).to.equal("contradiction");
    expect(contradiction.differing).to.deep.equal(["certificate"]);
    const forked = await signCheckpoint(ben, about(fork[3] as BlockHeader));
    expect((await compareCheckpoints(signed, forked)).outcome).to.equal("split-view");
    const begun = await signCheckpoint(ben, about(header, { genesisHash: id("other") }));
    expect((await compareCheckpoints(signed, begun)).outcome).to.equal("split-view");
    const elsewhere = await signCheckpoint(ben, about(header, { chainId: 5 }));
    expect((await compareCheckpoints(signed, elsewhere)).outcome).to.equal("unrelated");
  });

  it("is compared with a newer one by the headers between them", async () => {
    const outcome = async (newer: BlockHeader, ancestry?: readonly BlockHeader[]) => {
      const its = await signCheckpoint(ben, about(newer));
      const [there, back] = [
        await compareCheckpoints(signed, its, ancestry),
        await compareCheckpoints(its, signed, ancestry),
      ];
      expect(back.outcome).to.equal(there.outcome);
      return there.outcome;
    };
    const down = (headers: readonly BlockHeader[]) => headers.slice(3).reverse();
    expect(await outcome(chain[5] as BlockHeader, down(chain))).to.equal("agree");
    expect(await outcome(fork[5] as BlockHeader, down(fork))).to.equal("split-view");
    expect(await outcome(fork[5] as BlockHeader, down(chain))).to.equal("not-comparable");
    expect(await outcome(chain[5] as BlockHeader)).to.equal("not-comparable");
    expect(await outcome(chain[5] as BlockHeader, down(chain).slice(0, 2))).to.equal(
      "not-comparable",
    );
    expect(await outcome(chain[5] as BlockHeader, down(chain).toSpliced(1, 1))).to.equal(
      "not-comparable",
    );
  });

  it("comes from signers that a file names", () => {
    const { genesisHash: genesis, signers } = trust;
    const read = readCheckpointSigners({ chainId, genesis, signers, contracts: {} });
    expect(read.signers[0]?.account).to.equal(ada.address.toLowerCase());
    for (const wrong of [
      {},
      { chainId, genesis, signers: [] },
      { chainId, genesis: "0x", signers },
    ]) {
      expectCode(() => readCheckpointSigners(wrong), "checkpoint-signers-invalid");
    }
  });
});
