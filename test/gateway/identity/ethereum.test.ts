import { SiweMessage } from "@signinwithethereum/siwe";
import { expect } from "chai";
import { ContractFactory, id, Wallet, ZeroHash } from "ethers";
import { artifacts } from "hardhat";
import { admissionOf } from "../../helpers/admissionOf.ts";
import { roles } from "../../helpers/roles.ts";
import { client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { pause } from "../helpers/pause.ts";

const publicUrl = "https://tally.example";
const free = { gasPrice: 0n, type: 0 };

describe("Sign-In with Ethereum", function () {
  this.timeout(90_000);
  let world: LedgerGateway;
  before(async () => {
    world = await ledgerGateway({ demo: true, publicUrl });
  });
  after(() => world.close());

  const nonce = async () => (await client(world.url).get("/v1/sign-in/nonce")).body;

  async function messageOf(account: string, said: Partial<SiweMessage> = {}): Promise<string> {
    const { domain, uri, chainId, nonce: own } = await nonce();
    const place = { domain: String(domain), uri: String(uri), chainId: Number(chainId) };
    const issuedAt = new Date().toISOString();
    const usual = { ...place, nonce: String(own), version: "1", issuedAt, address: account };
    return new SiweMessage(Object.assign(usual, said)).prepareMessage();
  }
  const send = (message: string, signature: string) =>
    client(world.url).send("POST", "/v1/sign-in/ethereum", { body: { message, signature } });
  const signedIn = async (wallet: Wallet, said: Partial<SiweMessage> = {}) => {
    const message = await messageOf(wallet.address, said);
    return send(message, await wallet.signMessage(message));
  };

  it("lets in whoever holds the key of a member's active account, as that account", async () => {
    const { wallet, id: memberId } = world.who.tierOne;
    const answer = await signedIn(wallet);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    expect(answer.headers.get("set-cookie")).to.match(/^tallystick_session=.*HttpOnly/);
    const me = await client(world.url, String(answer.body["token"])).get("/v1/me");
    expect(me.body).to.include({ memberId, person: `account:${wallet.address}` });
  });

  it("takes each nonce once, and none of its own invention", async () => {
    const { wallet } = world.who.tierOne;
    const message = await messageOf(wallet.address);
    const signature = await wallet.signMessage(message);
    const both = await Promise.all([send(message, signature), send(message, signature)]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 401]);
    const invented = await signedIn(wallet, { nonce: "0123456789abcdef" });
    expect(invented.status).to.equal(401);
    // The state of another way to sign in is no nonce.
    const other = await world.gateway.services.identities.signIns.begin("oidc:works");
    expect((await signedIn(wallet, { nonce: other.state })).status).to.equal(401);
  });

  it("refuses what was signed for another place, ledger or time", async () => {
    const { wallet } = world.who.tierOne;
    const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    const wrong: Record<string, Partial<SiweMessage>> = {
      domain: { domain: "evil.example" },
      port: { domain: "tally.example:8443" },
      scheme: { scheme: "http" },
      uri: { uri: "https://evil.example" },
      chain: { chainId: 1 },
      expired: { expirationTime: soon(-1) },
      early: { notBefore: soon(300) },
    };
    for (const [what, said] of Object.entries(wrong)) {
      const { status, body } = await signedIn(wallet, said);
      expect([status, body["code"]], what).to.deep.equal([401, "not-signed-in"]);
    }
    expect((await signedIn(wallet, { scheme: "https" })).status).to.equal(201);
  });

  it("refuses signatures of somebody else, of something else, and of no form", async () => {
    const { tierOne, tierTwo } = world.who;
    const message = await messageOf(tierOne.wallet.address);
    expect((await send(message, await tierTwo.wallet.signMessage(message))).status).to.equal(401);
    const other = await messageOf(tierOne.wallet.address);
    expect((await send(other, await tierOne.wallet.signMessage(message))).status).to.equal(401);
    const short = await messageOf(tierOne.wallet.address);
    expect((await send(short, "0x12")).status).to.equal(401);
    expect((await send("sign me in", "0x12")).status).to.equal(401);
  });

  it("lets no stranger in, though the stranger signs well", async () => {
    const { status, body } = await signedIn(new Wallet(id("a stranger")));
    expect([status, body["code"]]).to.deep.equal([403, "person-unknown"]);
  });

  it("asks a member's smart account whether it signed, and no account twice", async () => {
    const { contracts, who } = world;
    const owner = new Wallet(id("owner of the smart account"));
    const { abi, bytecode } = await artifacts.readArtifact("SmartAccount");
    const deployer = who.operator.wallet;
    const factory = new ContractFactory(abi, bytecode, deployer);
    const smart = await factory.deploy(owner.address, free);
    await smart.waitForDeployment();
    const account = await smart.getAddress();
    const admission = admissionOf("smart", account, roles.supplier);
    const members = contracts.members.connect(deployer);
    await (await members.admit(admission, ZeroHash, free)).wait();
    await world.pass(1);
    const good = await messageOf(account);
    const answer = await send(good, await owner.signMessage(good));
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    const bad = await messageOf(account);
    expect((await send(bad, await deployer.signMessage(bad))).status).to.equal(401);
    for (const mood of [1, 2, 3, 4, 5]) {
      const call = smart.getFunction("setMood");
      await (await call(mood, free)).wait();
      const message = await messageOf(account);
      const asked = await send(message, await owner.signMessage(message));
      expect(asked.status, `mood ${mood} ${JSON.stringify(asked.body)}`).to.equal(401);
    }
  });

  it("ends when the member revokes the account", async () => {
    const { tierThree } = world.who;
    const token = String((await signedIn(tierThree.wallet)).body["token"]);
    const other = new Wallet(id("another key of tier three"));
    expect((await client(world.url, token).get("/v1/me")).status).to.equal(200);
    const added = await world.as("tierThree").post("/v1/accounts", { account: other.address });
    expect(added.status, JSON.stringify(added.body)).to.be.below(300);
    await world.pass(49 * 3_600);
    // Members are remembered for a second.
    await pause(1_050);
    const later = await signedIn(other);
    expect(later.status, JSON.stringify(later.body)).to.equal(201);
    const fresh = String(later.body["token"]);
    expect((await client(world.url, fresh).get("/v1/me")).status).to.equal(200);
    const gone = await world.write("tierThree", "DELETE", `/v1/accounts/${other.address}`);
    expect(gone.status, JSON.stringify(gone.body)).to.be.below(300);
    await pause(1_050);
    expect((await client(world.url, fresh).get("/v1/me")).status).to.equal(401);
    expect((await signedIn(other)).body["code"]).to.equal("person-unknown");
  });

  it("can be undone everywhere at once, and only for oneself", async () => {
    const { wallet } = world.who.tierTwo;
    const [one, two] = await Promise.all([signedIn(wallet), signedIn(wallet)]);
    const mine = client(world.url, String(one.body["token"]));
    const items = (await mine.get("/v1/sessions")).body["items"] as { isCurrent: boolean }[];
    expect(items.map(({ isCurrent }) => isCurrent).sort()).to.deep.equal([false, true]);
    const closed = await mine.send("DELETE", "/v1/sessions");
    expect(closed.body).to.deep.equal({ closed: 2 });
    const other = client(world.url, String(two.body["token"]));
    expect((await other.get("/v1/me")).status).to.equal(401);
    expect((await world.as("tierTwo").get("/v1/me")).status).to.equal(200);
  });
});
