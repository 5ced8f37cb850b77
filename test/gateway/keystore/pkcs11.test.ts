import { expect } from "chai";
import { Transaction, verifyTypedData } from "ethers";
import { createPkcs11Holder } from "../../../gateway/keystore/pkcs11/createPkcs11Holder.ts";
import { loadModule } from "../../../gateway/keystore/pkcs11/loadModule.ts";
import { TokenSessions } from "../../../gateway/keystore/pkcs11/TokenSessions.ts";
import { softHsm } from "../../helpers/softHsm.ts";
import { pause } from "../helpers/pause.ts";
import { problemFrom } from "../helpers/problemFrom.ts";

const terms = {
  type: 0,
  chainId: 31_337,
  gasPrice: 0n,
  gasLimit: 90_000n,
  to: "0x00000000000000000000000000000000000000aa",
  value: 0n,
};

function holder(
  token: string,
  changes: { pin?: string; module?: string; timeoutMs?: number } = {},
) {
  return createPkcs11Holder({
    name: token,
    module: softHsm.module ?? "",
    token: { label: token },
    pin: softHsm.pin,
    sessions: 3,
    timeoutMs: 5_000,
    members: new Map(),
    makesKeys: true,
    label: "tests",
    ...changes,
  });
}

async function senderOf(raw: Promise<string>): Promise<string | null> {
  return Transaction.from(await raw).from;
}

describe("Keys in a PKCS#11 token", () => {
  before(function skipWithoutSoftHsm() {
    if (softHsm.module === undefined) this.skip();
    softHsm.prepare();
  });

  it("sign transactions and messages that recover to their accounts, many at once", async () => {
    const token = holder("signing");
    const accounts = await Promise.all([token.make(), token.make(), token.make()]);
    expect(await token.accounts()).to.have.members(accounts);
    const signed = Array.from({ length: 60 }, async (_, nonce) => {
      const account = accounts[nonce % accounts.length] ?? "";
      const data = `0x${nonce.toString(16).padStart(2, "0")}`;
      const raw = token.signer(account).signTransaction({ ...terms, nonce, data });
      expect(await senderOf(raw)).to.equal(account);
    });
    await Promise.all(signed);
    const domain = { name: "Test", chainId: 31_337 };
    const types = { Note: [{ name: "text", type: "string" }] };
    for (const account of accounts) {
      const signature = await token.signer(account).signTypedData(domain, types, { text: account });
      expect(verifyTypedData(domain, types, { text: account }, signature)).to.equal(account);
    }
    await token.close();
  });

  it("never leave it", async () => {
    const token = holder("signing");
    await token.make();
    const { pkcs11, numbers } = await loadModule(softHsm.module ?? "");
    const [slot] = pkcs11
      .C_GetSlotList(true)
      .filter((each) => pkcs11.C_GetTokenInfo(each).label.trim() === "signing");
    if (slot === undefined) throw new Error("The token is gone.");
    const session = pkcs11.C_OpenSession(slot, numbers.CKF_SERIAL_SESSION);
    pkcs11.C_FindObjectsInit(session, [
      { type: numbers.CKA_CLASS, value: numbers.CKO_PRIVATE_KEY },
    ]);
    const key = pkcs11.C_FindObjects(session);
    pkcs11.C_FindObjectsFinal(session);
    if (key === null) throw new Error("The token has no key.");
    const read = () => pkcs11.C_GetAttributeValue(session, key, [{ type: numbers.CKA_VALUE }]);
    expect(read).to.throw("CKR_ATTRIBUTE_SENSITIVE");
    const attributes = [{ type: numbers.CKA_EXTRACTABLE }, { type: numbers.CKA_SENSITIVE }];
    const values = pkcs11.C_GetAttributeValue(session, key, attributes);
    expect(values.map(({ value }) => value[0])).to.deep.equal([0, 1]);
    await token.close();
  });

  it("are used again after the token lost all sessions", async () => {
    const token = holder("signing");
    const account = await token.make();
    const { signTransaction } = token.signer(account);
    expect(await senderOf(signTransaction({ ...terms, nonce: 1 }))).to.equal(account);
    const { pkcs11 } = await loadModule(softHsm.module ?? "");
    for (const slot of pkcs11.C_GetSlotList(true)) pkcs11.C_CloseAllSessions(slot);
    const many = Array.from({ length: 12 }, (_, nonce) =>
      senderOf(signTransaction({ ...terms, nonce })),
    );
    expect(new Set(await Promise.all(many))).to.deep.equal(new Set([account]));
    await token.close();
  });

  it("are used again after the token lost a session that others waited for, one of them for too long", async () => {
    const sessions = new TokenSessions({
      ...{ name: "signing", module: softHsm.module ?? "", token: { label: "signing" } },
      ...{ pin: softHsm.pin, sessions: 1, timeoutMs: 400 },
    });
    const losing = sessions.use(async ({ pkcs11, handle, generation }) => {
      if (generation > 0) return;
      await pause(100);
      pkcs11.C_CloseSession(handle);
      pkcs11.C_GetSessionInfo(handle);
    });
    const others = [10, 350, 10].map((ms) => sessions.use(() => pause(ms)));
    await Promise.allSettled([losing, ...others]);
    await sessions.use(() => pause(10));
    await sessions.close();
  });

  it("are destroyed when they are", async () => {
    const token = holder("signing");
    const account = await token.make();
    await token.destroy(account);
    expect(await token.accounts()).to.not.include(account);
    const failure = await problemFrom(
      token.signer(account).signTransaction({ ...terms, nonce: 1 }),
    );
    expect(failure.message).to.contain(`does not hold the key of account ${account}`);
    await token.close();
  });

  it("say in a sentence why they can't be used", async () => {
    const account = "0x00000000000000000000000000000000000000aa";
    const sign = (token: ReturnType<typeof holder>) =>
      problemFrom(token.signer(account).signTransaction({ ...terms, nonce: 1 }));
    const wrongPin = await sign(holder("other", { pin: "wrong-pin" }));
    expect(wrongPin).to.include({ code: "signer-failed" });
    expect(wrongPin.message).to.equal("Token other did not take its PIN.");
    expect(await sign(holder("absent"))).to.include({ code: "signer-unreachable" });
    const noModule = await sign(holder("other", { module: "/nowhere/libpkcs11.so" }));
    expect(noModule.message).to.equal("The PKCS#11 module /nowhere/libpkcs11.so can't be loaded.");
  });
});
