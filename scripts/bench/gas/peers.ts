import { id, Wallet } from "ethers";
import { chain } from "../../../test/helpers/chain.ts";
import { measure } from "./measure.ts";

const batch = 100;

/** Gas of one item. */
export type Peer = { readonly name: string; readonly gas: number };

async function accounts() {
  const [holder, other] = await chain.ethers.getSigners();
  if (holder === undefined || other === undefined) throw new Error("the chain has no accounts");
  const crowd = Array.from({ length: batch }, (_, n) => new Wallet(id(`peer ${n}`)).address);
  return { holder, other, crowd };
}

/** The reference implementation of ERC-3525, as published: no holder is checked, no lineage kept. */
async function solv() {
  const { holder, other, crowd } = await accounts();
  const token = await chain.ethers.deployContract("Peer3525");
  const call = (signature: string) => token.getFunction(signature);
  await (await call("open(address,uint256,uint256)")(holder, 1n, 10_000_000n)).wait();
  await (await call("open(address,uint256,uint256)")(other, 1n, 1_000n)).wait();
  const transfer = "transferFrom(uint256,address,uint256)";
  const split = call(transfer);
  const mint = await measure(call("open(address,uint256,uint256)")(other, 1n, 1_000n));
  const pass = await measure(split(1n, other.address, 1_000n));
  await measure(call("splitEach(uint256,address[],uint256)")(1n, crowd, 1_000n));
  const loop = await measure(call("splitEach(uint256,address[],uint256)")(1n, crowd, 1_000n));
  const approve = await measure(
    call("approve(uint256,address,uint256)")(1n, other.address, 2_000n),
  );
  const taken = await measure(
    token.connect(other).getFunction(transfer)(1n, other.address, 1_000n),
  );
  const burn = await measure(call("burnValue(uint256,uint256)")(1n, 1_000n));
  const gas = { mint, pass, loop, approve, taken, burn };
  return Object.fromEntries(Object.entries(gas).map(([key, { gas }]) => [key, gas])) as Record<
    keyof typeof gas,
    number
  >;
}

/** OpenZeppelin's ERC-1155: a part transfer makes no child and keeps no state of one. */
async function openZeppelin() {
  const { holder, other, crowd } = await accounts();
  const token = await chain.ethers.deployContract("Peer1155");
  const call = (signature: string) => token.getFunction(signature);
  const mint = await measure(call("open(address,uint256,uint256)")(holder, 1n, 10_000_000n));
  await measure(call("open(address,uint256,uint256)")(other, 1n, 1_000n));
  const pass = await measure(
    call("safeTransferFrom(address,address,uint256,uint256,bytes)")(
      holder,
      other,
      1n,
      1_000n,
      "0x",
    ),
  );
  await measure(call("passEach(uint256,address[],uint256)")(1n, crowd, 1_000n));
  const loop = await measure(call("passEach(uint256,address[],uint256)")(1n, crowd, 1_000n));
  const burn = await measure(call("burn(uint256,uint256)")(1n, 1_000n));
  return { mint: mint.gas, pass: pass.gas, loop: loop.gas, burn: burn.gas };
}

/** A store of digests that says who stored what and when, and nothing else. */
async function documentStore() {
  const store = await chain.ethers.deployContract("PeerDocumentStore");
  await measure(store.getFunction("issue")(id("first document")));
  const { gas } = await measure(store.getFunction("issue")(id("document")));
  return { name: "document store, one digest", gas };
}

/** The nearest that peers do to each operation; the nearest of all comes first. */
export async function peers(): Promise<Record<string, readonly [Peer, ...Peer[]]>> {
  const erc3525 = await solv();
  const erc1155 = await openZeppelin();
  const of3525 = (what: string, gas: number) => ({ name: `ERC-3525 ${what}`, gas });
  const of1155 = (what: string, gas: number) => ({ name: `ERC-1155 ${what}`, gas });
  const split = of3525("split and transfer", erc3525.pass);
  const part = of1155("part transfer, no child", erc1155.pass);
  return {
    splitAndTransfer: [split, part],
    splitAndTransferBatch100: [
      of3525("loop of 100", Math.round(erc3525.loop / batch)),
      of1155("loop of 100, no child", Math.round(erc1155.loop / batch)),
    ],
    offer: [of3525("approval of value", erc3525.approve)],
    accept: [of3525("split and transfer of approved value", erc3525.taken), part],
    acceptWithSignature: [split, part],
    confirmWithSignatures: [of3525("mint of value", erc3525.mint), of1155("mint", erc1155.mint)],
    settleLeg: [of3525("burn of value", erc3525.burn), of1155("burn", erc1155.burn)],
    claim: [of1155("mint of a new id", erc1155.mint)],
    anchorMillion: [await documentStore()],
    // Locks nothing: peers know no encumbrance.
    pledge: [of3525("approval of value", erc3525.approve)],
  };
}
