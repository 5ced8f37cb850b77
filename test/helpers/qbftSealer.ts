import { computeAddress, getBytes, hexlify, id } from "ethers";
import { headerFieldAt } from "../../sdk/chain/headerFieldAt.ts";
import { hashWithExtraData } from "../../sdk/consensus/qbft/hashWithExtraData.ts";
import {
  type BlockHeader,
  headerFromRlp,
  headerRlp,
  type QbftExtraData,
  type QbftVote,
  qbftHeaders,
  qbftQuorum,
  writeQbftExtraData,
} from "../../sdk/index.ts";
import { nativeCurve } from "../../sdk/node.ts";

/** A validator with its key. */
export type TestValidator = { readonly key: string; readonly account: string };

/** What may be other in a sealed header than usual. */
export type SealedAs = {
  readonly proposer?: string;
  readonly vote?: QbftVote;
  readonly round?: number;
  /** Who seals; a quorum of the set by default. */
  readonly sealers?: readonly TestValidator[];
  /** What the seals are said to be for. */
  readonly sealedRound?: number;
  readonly listed?: readonly string[];
  readonly seconds?: number;
  /** RLP items in place of the usual ones. */
  readonly items?: Partial<Record<keyof typeof headerFieldAt, string>>;
};

const vanity = `0x${"00".repeat(32)}`;
const mixHash = "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";
const emptyRoot = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";

function scalar(value: number): string {
  return value === 0 ? "0x" : hexlify(Uint8Array.from(bytesOf(value)));
}

function bytesOf(value: number): number[] {
  return value === 0 ? [] : [...bytesOf(Math.floor(value / 256)), value % 256];
}

/** A header's items as a chain of Prague has them, with free gas. */
function itemsOf(number: number, parentHash: string, timestamp: number, miner: string): string[] {
  const named: Record<string, string> = {
    parentHash,
    sha3Uncles: "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347",
    miner,
    stateRoot: id(`state ${number}`),
    transactionsRoot: emptyRoot,
    receiptsRoot: emptyRoot,
    logsBloom: `0x${"00".repeat(256)}`,
    difficulty: "0x01",
    number: scalar(number),
    gasLimit: scalar(700_000_000),
    gasUsed: "0x",
    timestamp: scalar(timestamp),
    mixHash,
    nonce: `0x${"00".repeat(8)}`,
    baseFeePerGas: "0x",
    withdrawalsRoot: emptyRoot,
    blobGasUsed: "0x",
    excessBlobGas: "0x",
    parentBeaconBlockRoot: `0x${"00".repeat(32)}`,
    requestsHash: "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  };
  return Object.keys(headerFieldAt).map((name) => named[name] ?? "0x");
}

function sealWith(digest: Uint8Array, { key }: TestValidator): string {
  if (nativeCurve === undefined) throw new Error("libsecp256k1 has no binary here");
  const { signature, recid } = nativeCurve.ecdsaSign(digest, getBytes(key));
  return hexlify(Uint8Array.from([...signature, recid]));
}

function headerOf(items: readonly string[]): BlockHeader {
  return headerFromRlp(headerRlp({ fields: items }), qbftHeaders);
}

/** Validators whose keys follow from a name, in ascending order of their accounts. */
function validators(count: number, name = "validator"): TestValidator[] {
  return Array.from({ length: count }, (_, index) => id(`${name} ${index}`))
    .map((key) => ({ key, account: computeAddress(key).toLowerCase() }))
    .sort((one, other) => (one.account < other.account ? -1 : 1));
}

function genesis(set: readonly TestValidator[]): BlockHeader {
  const accounts = set.map(({ account }) => account);
  const extraData = { vanity, validators: accounts, round: 0, seals: [] };
  const items = itemsOf(0, `0x${"00".repeat(32)}`, 0, `0x${"00".repeat(20)}`);
  return headerOf(items.with(headerFieldAt.extraData, writeQbftExtraData(extraData)));
}

/** The next block, sealed by a quorum of a set. */
function seal(
  parent: BlockHeader,
  set: readonly TestValidator[],
  { vote, round = 0, sealers = set.slice(0, qbftQuorum(set.length)), ...its }: SealedAs = {},
): BlockHeader {
  const number = Number(parent.number) + 1;
  const proposer = its.proposer ?? set[number % set.length]?.account ?? "";
  const timestamp = Number(parent.timestamp) + (its.seconds ?? 2);
  const items = itemsOf(number, parent.hash, timestamp, proposer);
  for (const [name, item] of Object.entries(its.items ?? {})) {
    items[headerFieldAt[name as keyof typeof headerFieldAt]] = item;
  }
  const listed = its.listed ?? set.map(({ account }) => account);
  const extraData: QbftExtraData = { vanity, validators: listed, vote, round, seals: [] };
  const sealed = { ...extraData, round: its.sealedRound ?? round };
  const seals = sealers.map((each) => sealWith(hashWithExtraData(items, sealed), each));
  return headerOf(items.with(headerFieldAt.extraData, writeQbftExtraData({ ...extraData, seals })));
}

/** Seals QBFT headers with keys of its own, as validators do. */
export const qbftSealer = { validators, genesis, seal, headerOf };
