import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Transaction, verifyTypedData, Wallet } from "ethers";
import { createWeb3Signer } from "../../../gateway/keystore/web3signer/createWeb3Signer.ts";
import type { Web3SignerAddress } from "../../../gateway/keystore/web3signer/web3SignerApi.ts";
import { problemFrom } from "../helpers/problemFrom.ts";
import { type Web3SignerServer, web3SignerServer } from "../helpers/web3SignerServer.ts";

const wallet = Wallet.createRandom();
const terms = {
  type: 0,
  chainId: 31_337,
  gasPrice: 0n,
  gasLimit: 90_000n,
  to: "0x00000000000000000000000000000000000000aa",
  value: 0n,
  nonce: 7,
};

function signerAt(address: Partial<Web3SignerAddress> & { readonly url: string }) {
  return createWeb3Signer({ name: "vault", members: new Map(), timeoutMs: 400, ...address });
}

describe("Keys in a Web3Signer", () => {
  let server: Web3SignerServer;

  beforeEach(async () => {
    server = await web3SignerServer([wallet.privateKey]);
  });

  afterEach(() => server.close());

  it("sign what the key itself would have signed", async () => {
    const holder = signerAt({ url: server.url });
    expect(await holder.accounts()).to.deep.equal([wallet.address]);
    const signer = holder.signer(wallet.address);
    for (const type of [0, 2]) {
      const fees = type === 0 ? {} : { gasPrice: null, maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
      const asked = { ...terms, ...fees, type };
      expect(await signer.signTransaction(asked)).to.equal(await wallet.signTransaction(asked));
    }
    const domain = { name: "Test", chainId: 31_337 };
    const types = { Note: [{ name: "text", type: "string" }] };
    const signature = await signer.signTypedData(domain, types, { text: "hello" });
    expect(verifyTypedData(domain, types, { text: "hello" }, signature)).to.equal(wallet.address);
    await holder.close();
  });

  it("are found though they came after the list was read", async () => {
    const holder = signerAt({ url: `${server.url}/` });
    await holder.accounts();
    const later = Wallet.createRandom();
    server.add(later.privateKey);
    const raw = await holder.signer(later.address).signTransaction(terms);
    expect(Transaction.from(raw).from).to.equal(later.address);
    await holder.close();
  });

  it("say in a sentence what is wrong, and work again afterwards", async () => {
    const holder = signerAt({ url: server.url });
    const signer = holder.signer(wallet.address);
    const wrong = {
      hangs: ["signer-unreachable", "Signer vault does not answer."],
      fails: ["signer-failed", "Signer vault refused to sign with status 500."],
      "talks-nonsense": ["signer-failed", "Signer vault answered something that is no signature."],
      "signs-with-another-key": [
        "signer-failed",
        `The holder of account ${wallet.address} signed with another key.`,
      ],
    } as const;
    for (const [fault, [code, message]] of Object.entries(wrong)) {
      server.fault = fault as keyof typeof wrong;
      expect(await problemFrom(signer.signTransaction(terms)), fault).to.include({ code, message });
    }
    server.fault = "none";
    expect(Transaction.from(await signer.signTransaction(terms)).from).to.equal(wallet.address);
    const stranger = holder.signer("0x00000000000000000000000000000000000000aa");
    const absent = await problemFrom(stranger.signTransaction(terms));
    expect(absent.message).to.contain("does not hold the key of account 0x0000");
    const nowhere = signerAt({ url: "http://127.0.0.1:9" }).signer(wallet.address);
    expect(await problemFrom(nowhere.signTransaction(terms))).to.include({
      code: "signer-unreachable",
    });
    await holder.close();
  });
});

describe("A Web3Signer behind TLS", () => {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-tls-"));
  const pem = (name: string) => readFileSync(join(folder, name), "utf8");
  let server: Web3SignerServer;

  before(async function makeCertificates() {
    for (const name of ["server", "client"]) {
      const files = ["-keyout", join(folder, `${name}.key`), "-out", join(folder, `${name}.pem`)];
      const subject = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=IP:127.0.0.1"];
      const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
      const made = spawnSync("openssl", [
        "req",
        "-x509",
        "-days",
        "2",
        ...key,
        ...files,
        ...subject,
      ]);
      if (made.error !== undefined) this.skip();
    }
    server = await web3SignerServer([wallet.privateKey], {
      cert: pem("server.pem"),
      key: pem("server.key"),
      ca: pem("client.pem"),
      requestCert: true,
      rejectUnauthorized: true,
    });
  });

  after(async () => {
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  it("is believed by its certificate and believes us by ours", async () => {
    const { url } = server;
    const ours = { certificate: pem("client.pem"), key: pem("client.key") };
    const holder = signerAt({ url, ca: pem("server.pem"), ...ours });
    expect(await holder.accounts()).to.deep.equal([wallet.address]);
    await holder.close();
    const stranger = signerAt({ url, ca: pem("server.pem") });
    expect(await problemFrom(stranger.accounts())).to.include({ code: "signer-unreachable" });
    const impostor = signerAt({ url, ...ours });
    expect(await problemFrom(impostor.accounts())).to.include({ code: "signer-unreachable" });
  });
});
