import { expect } from "chai";
import { type AuthorizationLike, type TransactionLike, Wallet } from "ethers";
import type { Client } from "./helpers/client.ts";
import { type NotebookStack, notebookStack } from "./helpers/notebookStack.ts";
import { signIn } from "./helpers/signIn.ts";
import { testMember } from "./helpers/testMember.ts";

const zero = `0x${"00".repeat(32)}`;

describe("Relayed transactions", function () {
  this.timeout(60_000);
  const wallet = new Wallet(testMember(3, "self-keyed").key);
  let stack: NotebookStack;
  let member: Client;

  before(async () => {
    stack = await notebookStack();
    member = await signIn(stack.gateway.url, "self-keyed");
  });

  after(() => stack.close());

  const notebook = () => {
    const [contract] = stack.ledger.contracts;
    if (contract === undefined) throw new Error("no notebook");
    return contract;
  };

  const terms = (nonce: number, changes: TransactionLike = {}): TransactionLike => {
    const data = notebook().interface.encodeFunctionData("note", [3, `own ${nonce}`, zero]);
    const { chainId } = stack.chain;
    const to = notebook().address;
    const free = { type: 0, gasPrice: 0n, gasLimit: 500_000n, value: 0n };
    return { ...free, chainId, to, data, nonce, ...changes };
  };

  const post = (signedTransaction: string, key?: string) =>
    member.post("/v1/transactions", { signedTransaction }, key);

  const signed = (nonce: number, changes: TransactionLike = {}) =>
    wallet.signTransaction({ ...terms(nonce), ...changes } as never);

  const stored = async () => {
    const rows = await stack.database.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM local.outbox",
    );
    return Number(rows[0]?.n);
  };

  const fees = { gasPrice: null, maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };

  it("are of type 0, 1 and 2", async () => {
    const types = [{ type: 0 }, { type: 1, accessList: [] }, { type: 2, ...fees }];
    for (const [nonce, changes] of types.entries()) {
      const answer = await post(await signed(nonce, changes));
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    }
  });

  it("have one effect, whichever keys they come under and however their hex is written", async () => {
    const raw = await signed(3);
    const first = await post(raw, "one");
    const upper = `0x${raw.slice(2).toUpperCase()}`;
    const second = await post(upper, "two");
    expect([first.status, second.status]).to.deep.equal([200, 200]);
    expect(second.body["transactionHash"]).to.equal(first.body["transactionHash"]);
    const other = await post(await signed(4), "one");
    expect([other.status, other.body["code"]]).to.deep.equal([422, "idempotency-key-reused"]);
  });

  it("are stored only when the ledger can take them", async () => {
    const authorization = await wallet.authorize({
      address: notebook().address,
      nonce: 0,
      chainId: 0,
    });
    const setCode = { type: 4, ...fees, authorizationList: [authorization as AuthorizationLike] };
    const blob = {
      type: 3,
      ...fees,
      maxFeePerBlobGas: 1n,
      blobVersionedHashes: [`0x01${"00".repeat(31)}`],
    };
    const creation = { to: null, data: "0x6000" };
    const unpayable = { type: 2, gasPrice: null, maxFeePerGas: 5n, maxPriorityFeePerGas: 0n };
    const canonical = await signed(4);
    const wrong: readonly [string, string, string | Promise<string>][] = [
      ["set code", "type 4", signed(4, setCode as TransactionLike)],
      ["blob", "type 3", signed(4, blob as TransactionLike)],
      ["creation", "goes to no contract", signed(4, creation)],
      ["unpayable", "may cost 2500000", signed(4, unpayable)],
      ["used nonce", "can't be used", signed(1)],
      ["far nonce", "can't be used", signed(500)],
      ["longer bytes", "not a signed transaction", `${canonical}00`],
      ["unsigned", "not a signed transaction", `0x${canonical.slice(4)}`],
      ["empty", "not a signed transaction", "0x"],
      ["no gas", "intrinsic", signed(4, { gasLimit: 100n })],
    ];
    const before = await stored();
    for (const [what, sentence, make] of wrong) {
      const { status, body } = await post(await make);
      expect(status, what).to.be.within(400, 499);
      expect(String(body["detail"]), what).to.contain(sentence);
    }
    const oversized = await post(`0x${"00".repeat(200_000)}`);
    expect([400, 413]).to.include(oversized.status);
    expect(await stored()).to.equal(before);
  });

  it("that the contract refuses are refused with its error", async () => {
    const data = notebook().interface.encodeFunctionData("note", [3, "x".repeat(41), zero]);
    const { status, body } = await post(await signed(4, { data }));
    expect(status, JSON.stringify(body)).to.equal(409);
    expect(await stored()).to.equal(4);
  });

  it("with a gap before them wait for what fills it", async () => {
    const late = post(await signed(5), "late");
    const { status } = await post(await signed(4), "early");
    expect(status).to.equal(200);
    expect((await late).status).to.equal(200);
  });
});
