import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Wallet } from "ethers";
import { openOperatorKey } from "../../../gateway/permissioning/openOperatorKey.ts";

describe("The chain operator's key", function () {
  this.timeout(20_000);
  const folder = mkdtempSync(join(tmpdir(), "tallystick-operator-"));
  const file = (name: string, text: string, mode: number) => {
    writeFileSync(join(folder, name), text, { mode });
    return join(folder, name);
  };
  const saidOf = (path: string, passphrase: string) =>
    openOperatorKey(path, passphrase).then(
      () => "it was opened",
      ({ message }: Error) => message,
    );
  const wallet = new Wallet(Wallet.createRandom().privateKey);

  after(() => rmSync(folder, { recursive: true }));

  it("opens from an encrypted keystore by its passphrase alone", async () => {
    const keystore = file("keystore", wallet.encryptSync("a long passphrase"), 0o644);
    expect((await openOperatorKey(keystore, "a long passphrase")).address).to.equal(wallet.address);
    expect(await saidOf(keystore, "another one")).to.equal(
      `${keystore} holds no key that this passphrase opens.`,
    );
  });

  it("opens in the open only where nobody else may read it, and is never told", async () => {
    const closed = file("closed", `${wallet.privateKey}\n`, 0o600);
    expect((await openOperatorKey(closed, "")).address).to.equal(wallet.address);
    const open = file("open", wallet.privateKey, 0o640);
    const said = await saidOf(open, "");
    expect(said).to.include("readable by its owner alone").and.not.include(wallet.privateKey);
  });
});
