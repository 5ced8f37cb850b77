import { expect } from "chai";
import { id, keccak256, Transaction, Wallet } from "ethers";
import {
  headerFromRlp,
  headerFromRpc,
  headerRlp,
  indexKey,
  proveInTrie,
  receiptRlp,
  transactionRlp,
  trieRoot,
  verifyTrieProof,
} from "../../../sdk/index.ts";
import { deployTestLedger, type TestLedger } from "../../gateway/helpers/deployTestLedger.ts";
import { startAnvil, type TestChain } from "../../gateway/helpers/startAnvil.ts";
import { chain } from "../../helpers/chain.ts";
import { expectCode } from "../expectCode.ts";

type RpcTransaction = { readonly hash: string; readonly type: string };
type RpcBlock = {
  readonly number: string;
  readonly hash: string;
  readonly transactions: readonly RpcTransaction[];
};

const free = { gasLimit: 200_000, gasPrice: 0n };
const noFee = { gasLimit: 200_000, maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };

describe("blocks of a ledger, read from its node", function () {
  this.timeout(60_000);
  let anvil: TestChain;
  let ledger: TestLedger;
  let blocks: RpcBlock[] = [];

  const receiptsOf = (block: RpcBlock) =>
    Promise.all(
      block.transactions.map(({ hash }) => anvil.rpc.send("eth_getTransactionReceipt", [hash])),
    );

  /** One block with a transaction of every type that a wallet can send here, and more than 128 of them. */
  async function mixedBlock(): Promise<void> {
    const { operator } = ledger.who;
    const wallet = operator.wallet;
    const to = await ledger.contracts.members.getAddress();
    const first = await wallet.getNonce();
    let nonce = first;
    const send = async (request: Parameters<Wallet["sendTransaction"]>[0]): Promise<void> => {
      const signed = await wallet.signTransaction({
        to,
        nonce,
        chainId: anvil.chainId,
        ...request,
      });
      nonce += 1;
      await anvil.rpc.send("eth_sendRawTransaction", [signed]);
    };
    await anvil.rpc.send("evm_setAutomine", [false]);
    await send({ type: 0, ...free, data: "0x12345678" });
    const accessList = [{ address: to, storageKeys: [id("slot")] }];
    await send({ type: 1, ...free, accessList });
    await send({ type: 2, ...noFee, accessList });
    const delegate = new Wallet(id("delegating"));
    const authorization = await delegate.authorize({
      address: to,
      nonce: 0,
      chainId: anvil.chainId,
    });
    await send({ type: 4, ...noFee, authorizationList: [authorization] });
    await send({ type: 2, ...noFee, to: null, data: "0x6001600055" });
    for (let more = 0; more < 135; more += 1) await send({ type: 2, ...noFee, value: 0n });
    await anvil.rpc.send("evm_mine", []);
    await anvil.rpc.send("evm_setAutomine", [true]);
  }

  before(async () => {
    anvil = await startAnvil();
    ledger = await deployTestLedger(anvil);
    await mixedBlock();
    const head = Number(await anvil.rpc.send("eth_blockNumber", []));
    blocks = (await Promise.all(
      Array.from({ length: head + 1 }, (_, number) =>
        anvil.rpc.send("eth_getBlockByNumber", [`0x${number.toString(16)}`, true]),
      ),
    )) as RpcBlock[];
  });
  after(async () => {
    ledger?.provider.destroy();
    await anvil?.stop();
  });

  it("hash to what the node says, each the parent of the next", () => {
    const headers = blocks.map((block) => headerFromRpc(block));
    expect(headers.length).to.be.greaterThan(40);
    for (const [index, header] of headers.entries()) {
      expect(header.number).to.equal(BigInt(index));
      expect(header.hash).to.equal(blocks[index]?.hash);
      expect(header.fields).to.have.length(21);
      if (index > 0) expect(header.parentHash).to.equal(headers[index - 1]?.hash);
    }
  });

  it("are the same out of their RLP", () => {
    for (const block of blocks) {
      const header = headerFromRpc(block);
      expect(headerFromRlp(headerRlp(header))).to.deep.equal(header);
    }
  });

  it("have the transactions and the receipts of their roots", async () => {
    const types = new Set<string>();
    for (const block of blocks) {
      const { transactionsRoot, receiptsRoot } = headerFromRpc(block);
      for (const transaction of block.transactions) {
        types.add(transaction.type);
        expect(keccak256(transactionRlp(transaction))).to.equal(transaction.hash);
      }
      expect(trieRoot(block.transactions.map(transactionRlp))).to.equal(transactionsRoot);
      expect(trieRoot((await receiptsOf(block)).map(receiptRlp))).to.equal(receiptsRoot);
    }
    expect([...types].sort()).to.deep.equal(["0x0", "0x1", "0x2", "0x4"]);
  });

  it("take a typed transaction whose parity is told as v alone, and none without", () => {
    const transaction = blocks.at(-1)?.transactions.find(({ type }) => type === "0x2");
    const parity = (transaction as { yParity?: string }).yParity;
    const told = { ...transaction, yParity: undefined, v: parity };
    expect(keccak256(transactionRlp(told))).to.equal(transaction?.hash);
    const untold = { ...told, v: undefined };
    expectCode(() => transactionRlp(untold), "chain-transaction-invalid");
  });

  it("have each receipt proved, and none beyond", async () => {
    const block = blocks.at(-1);
    if (block === undefined) throw new Error("no block");
    const { receiptsRoot } = headerFromRpc(block);
    const receipts = (await receiptsOf(block)).map(receiptRlp);
    expect(receipts).to.have.length(140);
    for (const index of receipts.keys()) {
      const proof = proveInTrie(receipts, index);
      expect(verifyTrieProof(receiptsRoot, indexKey(index), proof)).to.equal(receipts[index]);
    }
    // The neighbour's proof leads to where number 140 would be.
    const beyond = verifyTrieProof(
      receiptsRoot,
      indexKey(140),
      proveInTrie(receipts, 139).slice(0, -1),
    );
    expect(beyond).to.equal(undefined);
    expectCode(() => proveInTrie(receipts, 140), "chain-index-unknown");
  });

  it("are refused when the node names a hash that isn't theirs", () => {
    const [block] = blocks;
    const wrong = { ...block, hash: `0x${"12".repeat(32)}` };
    expectCode(() => headerFromRpc(wrong), "chain-hash-differs");
    expectCode(() => headerFromRpc({ ...block, gasUsed: "0x77" }), "chain-hash-differs");
  });

  it("are refused when a field is missing, or is none", () => {
    const [block] = blocks;
    expectCode(() => headerFromRpc({ ...block, stateRoot: undefined }), "chain-header-invalid");
    expectCode(() => headerFromRpc({ ...block, blobGasUsed: null }), "chain-header-invalid");
    expectCode(() => headerFromRpc({ ...block, miner: "0x12" }), "chain-header-invalid");
    expectCode(() => headerFromRpc(null), "chain-header-invalid");
    expectCode(() => headerFromRlp("0xc0"), "chain-header-invalid");
    expectCode(() => headerFromRlp("0x80"), "chain-header-invalid");
    expectCode(() => headerFromRlp("0xf8"), "chain-rlp-invalid");
  });
});

describe("blocks of Hardhat's own network", () => {
  it("hash to what it says", async () => {
    const { provider } = chain.ethers;
    await chain.networkHelpers.mine(3);
    const block = await provider.send("eth_getBlockByNumber", ["latest", false]);
    expect(headerFromRpc(block).hash).to.equal(block.hash);
  });
});

describe("a transaction with blobs", () => {
  it("is encoded as wallets encode it", () => {
    const authentic = Transaction.from({
      type: 3,
      chainId: 5,
      nonce: 0,
      to: `0x${"ab".repeat(20)}`,
      gasLimit: 21_000,
      maxFeePerGas: 7n,
      maxPriorityFeePerGas: 1n,
      maxFeePerBlobGas: 300n,
      blobVersionedHashes: [`0x01${"cd".repeat(31)}`],
      value: 12n,
      data: "0x",
      signature: new Wallet(id("blobs")).signingKey.sign(id("digest")),
    });
    const { r, s, yParity } = authentic.signature ?? expect.fail("unsigned");
    const json = {
      type: "0x3",
      chainId: "0x5",
      nonce: "0x0",
      to: authentic.to,
      gas: "0x5208",
      maxFeePerGas: "0x7",
      maxPriorityFeePerGas: "0x1",
      maxFeePerBlobGas: "0x12c",
      blobVersionedHashes: authentic.blobVersionedHashes,
      value: "0xc",
      input: "0x",
      accessList: [],
      ...{ r, s, yParity: `0x${yParity}` },
    };
    expect(transactionRlp(json)).to.equal(authentic.serialized);
  });

  it("is refused where a field is missing, and so is a type that nobody knows", () => {
    expectCode(() => transactionRlp({ type: "0x3" }), "chain-transaction-invalid");
    expectCode(() => transactionRlp({ type: "0x7e" }), "chain-transaction-invalid");
    expectCode(() => transactionRlp("0x"), "chain-transaction-invalid");
    expectCode(() => receiptRlp({ type: "0x2" }), "chain-receipt-invalid");
  });
});
