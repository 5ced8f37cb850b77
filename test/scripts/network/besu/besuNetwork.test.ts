import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { computeAddress, SigningKey } from "ethers";
import { anvilBinary } from "../../../../scripts/ledger/anvilBinary.ts";
import { freePort } from "../../../../scripts/ledger/freePort.ts";
import { BesuError } from "../../../../scripts/network/besu/BesuError.ts";
import { besuGenesis } from "../../../../scripts/network/besu/besuGenesis.ts";
import { besuGenesisHeader } from "../../../../scripts/network/besu/besuGenesisHeader.ts";
import { besuGenesisSchema } from "../../../../scripts/network/besu/besuGenesisSchema.ts";
import { checkBesuNetwork } from "../../../../scripts/network/besu/checkBesuNetwork.ts";
import {
  type BesuNetworkWanted,
  writeBesuNetwork,
} from "../../../../scripts/network/besu/writeBesuNetwork.ts";
import { headerFieldAt } from "../../../../sdk/chain/headerFieldAt.ts";
import {
  engineProfiles,
  evidenceTrust,
  headerFromRpc,
  QbftFollower,
  qbftProof,
  readQbftExtraData,
  writeQbftExtraData,
} from "../../../../sdk/index.ts";
import { caughtFrom } from "../../../helpers/caughtFrom.ts";
import { qbftSealer } from "../../../helpers/qbftSealer.ts";

const account = `0x${"ab".repeat(20)}`;

describe("the files of a Besu network", function () {
  this.timeout(60_000);
  let parent: string;
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), "besu-"));
  });
  after(() => rm(parent, { recursive: true }));

  let count = 0;
  async function written(wanted: Partial<BesuNetworkWanted> = {}) {
    count += 1;
    const directory = join(parent, `network-${count}`);
    const network = await writeBesuNetwork({
      directory,
      validators: 4,
      readers: 1,
      chainId: 81_800,
      timestamp: 1_795_000_000,
      accounts: [account],
      ...wanted,
    });
    const read = (file: string) => readFile(join(directory, file), "utf8");
    const change = async (file: string, from: string | RegExp, to: string) => {
      const text = await read(file);
      expect(text, `${file} to be changed`).to.match(new RegExp(from));
      await writeFile(join(directory, file), text.replace(from, to));
    };
    const genesis = besuGenesisSchema.parse(JSON.parse(await read("genesis.json")));
    return { directory, network, genesis, read, change };
  }

  for (const validators of [4, 5, 7]) {
    it(`belong together for ${validators} validators, and their keys are the genesis's`, async () => {
      const { directory, network, genesis, read } = await written({ validators, readers: 2 });
      expect(await checkBesuNetwork(directory)).to.deep.equal([]);
      const keys = await Promise.all(
        Array.from({ length: validators }, (_, index) => read(`validator-${index + 1}/key`)),
      );
      const accounts = keys.map((key) => computeAddress(key.trim()).toLowerCase()).sort();
      const { round, seals, vote, ...extra } = readQbftExtraData(genesis.extraData);
      expect(extra.validators).to.deep.equal(accounts);
      expect({ round, seals, vote }).to.deep.equal({ round: 0, seals: [], vote: undefined });
      expect(network.quorum).to.equal(Math.ceil((2 * validators) / 3));
      for (const { enode, name } of network.nodes) {
        const { publicKey } = new SigningKey((await read(`${name}/key`)).trim());
        expect(enode).to.match(new RegExp(`^enode://${publicKey.slice(4)}@127.0.0.1:303\\d\\d$`));
        const peers = JSON.parse(await read(`${name}/static-nodes.json`));
        expect(peers)
          .to.have.length(validators + 1)
          .and.not.to.include(enode);
      }
    });
  }

  it("have what the design and the engine's profile say: header mode, 2 s, 700M gas, nothing to pay", async () => {
    const { genesis, read } = await written();
    const { qbft, zeroBaseFee } = genesis.config;
    expect(qbft).to.deep.equal({
      blockperiodseconds: 2,
      epochlength: 30_000,
      requesttimeoutseconds: 4,
    });
    expect(zeroBaseFee).to.equal(true);
    expect([genesis.baseFeePerGas, Number(genesis.gasLimit)]).to.deep.equal(["0x0", 700_000_000]);
    const { blockSeconds, blockGasLimit, largestGasLimit, gasPrice } = engineProfiles.besu;
    expect(qbft.blockperiodseconds).to.equal(blockSeconds);
    expect(BigInt(genesis.gasLimit)).to.equal(blockGasLimit);
    const config = await read("validator-1/config.toml");
    expect(config).to.contain(`\nrpc-gas-cap=${largestGasLimit}\n`);
    expect(config).to.contain(`\nmin-gas-price=${gasPrice}\n`);
  });

  it("begin a chain that the auditor's follower and a verifier of evidence take from block 0", async () => {
    const { network, genesis, read } = await written();
    const set = await Promise.all(
      network.nodes
        .filter(({ role }) => role === "validator")
        .map(async ({ name, address }) => ({
          key: (await read(`${name}/key`)).trim(),
          account: address,
        })),
    );
    set.sort((one, other) => (one.account < other.account ? -1 : 1));
    const start = besuGenesisHeader(genesis);
    expect(start.hash).to.equal(network.genesisHash);
    const first = qbftSealer.seal(start, set);
    const follower = QbftFollower.fromGenesis(start, { blockPeriodSeconds: 2 });
    expect(follower.add(first).signers).to.have.length(3);
    const { chainId, genesisHash, validators } = network;
    const names = ["members", "creditCertificates", "receivables", "liens", "documentAnchors"];
    const contracts = Object.fromEntries(names.map((name) => [name, account]));
    const file = JSON.stringify({ chainId, genesis: genesisHash, contracts, validators });
    const trust = evidenceTrust("validators", file);
    expect(trust).to.deep.include({ kind: "qbft", validators });
    const verdict = qbftProof.verify([first], { validators: network.validators }, {});
    expect(verdict.blocks.map(({ hash }) => hash)).to.deep.equal([first.hash]);
  });

  it("have the block 0 that another client makes of them, but for what only QBFT has", async () => {
    const { directory, network, genesis } = await written();
    const port = await freePort();
    const args = ["--init", join(directory, "genesis.json"), "--port", String(port)];
    const anvil = spawn(anvilBinary(), [...args, "--hardfork", "cancun", "--quiet"]);
    const call = async (method: string, params: unknown[]) => {
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", headers, body });
      return ((await answer.json()) as { result: unknown }).result;
    };
    try {
      let block: unknown;
      for (let attempt = 0; attempt < 100 && block === undefined; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        block = await call("eth_getBlockByNumber", ["0x0", false]).catch(() => undefined);
      }
      expect(Number(await call("eth_chainId", []))).to.equal(network.chainId);
      const own = besuGenesisHeader(genesis).fields;
      const theirs = [...headerFromRpc(block).fields];
      // anvil takes no extra data, difficulty, mix hash and gas limit from a genesis.
      for (const name of ["extraData", "difficulty", "mixHash", "gasLimit"] as const) {
        theirs[headerFieldAt[name]] = own[headerFieldAt[name]] ?? "";
      }
      expect(theirs).to.deep.equal([...own]);
    } finally {
      anvil.kill();
    }
  });

  it("hold no key of a node whose owner made it, and one place a host", async () => {
    const made = await written();
    const enodes = made.network.nodes.map(({ enode }, index) =>
      enode.replace(/@.*/, `@10.0.0.${index + 1}:30303`),
    );
    const { directory, network, read } = await written({ enodes });
    expect(network.nodes.map(({ enode }) => enode)).to.deep.equal(enodes);
    expect(network.validators).to.deep.equal(made.network.validators);
    expect(existsSync(join(directory, "validator-1/key"))).to.equal(false);
    expect(await checkBesuNetwork(directory)).to.deep.equal([]);
    expect(await read("validator-2/config.toml")).to.contain('p2p-host="10.0.0.2"');
    // Votes and allow lists are changed through a validator's RPC.
    expect(await read("validator-2/config.toml")).to.contain('rpc-http-host="127.0.0.1"');
    const reader = await read("reader-1/config.toml");
    expect(reader)
      .to.contain('rpc-http-host="10.0.0.5"')
      .and.not.to.match(/QBFT|PERM|ADMIN/);
  });

  it("say everywhere that Besu itself was not run", async () => {
    const { read } = await written();
    for (const file of ["network.json", "START.md", "validator-1/config.toml"])
      expect(await read(file), file).to.contain("Besu itself was not run");
  });

  it("are never written over a network, whose keys would be lost", async () => {
    const { directory, read } = await written();
    const key = await read("validator-1/key");
    const again = await caughtFrom(written({ directory }));
    expect(again).to.include({ code: "besu-network-exists" });
    expect(await read("validator-1/key")).to.equal(key);
  });

  it("are not made of too few validators, doubled keys, names of hosts or wrong counts", async () => {
    const { network } = await written();
    const enodes = network.nodes.map(({ enode }) => enode);
    const bad: Partial<BesuNetworkWanted>[] = [
      { validators: 3 },
      { enodes: enodes.slice(1) },
      { enodes: enodes.with(1, enodes[0] ?? "") },
      { enodes: enodes.with(0, "enode://00@127.0.0.1:30303") },
      { hosts: ["node1.example", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"] },
      { hosts: ["10.0.0.1"] },
      { hosts: enodes.map((_, index) => `10.0.0.${index + 1}`), enodes },
      { hosts: ["10.0.0.1", "10.0.0.1", "10.0.0.3", "10.0.0.4", "10.0.0.5"] },
    ];
    for (const wanted of bad) {
      const error = await caughtFrom(written(wanted));
      expect(error, JSON.stringify(wanted)).to.include({ code: "besu-options-invalid" });
    }
  });

  describe("are refused", () => {
    /** Which file, what is changed in it, and what is said of it. */
    const changes: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
      ["genesis.json", '"londonBlock"', '"londonblok"', /Unrecognized key.*londonblok/],
      ["genesis.json", '"blockperiodseconds"', '"blockPeriod"', /blockperiodseconds/],
      [
        "genesis.json",
        '"epochlength"',
        '"validatorcontractaddress": "0x77", "epochlength"',
        /header mode/,
      ],
      ["genesis.json", '"zeroBaseFee": true', '"zeroBaseFee": false', /gas costs nothing/],
      ["genesis.json", '"0x29b92700"', '"0x29b92701"', /genesis.json makes block/],
      ["genesis.json", '"chainId": 81800', '"chainId": 81801', /another chain/],
      ["validator-1/genesis.json", '"0x29b92700"', '"0x29b92701"', /another genesis.json/],
      ["validator-1/config.toml", "min-gas-price=0", "min-gas-price=1", /must be 0 on every node/],
      [
        "validator-1/config.toml",
        "tx-pool-max-size",
        "tx-pool-maximum-size",
        /tx-pool-maximum-size/,
      ],
      ["validator-2/config.toml", 'tx-pool="SEQUENCED"', 'tx-pool="layered"', /tx-pool/],
      ["validator-2/config.toml", "discovery-enabled=false", "discovery-enabled=true", /discovery/],
      ["validator-2/config.toml", "network-id=81800", "network-id=1", /another network/],
      ["validator-2/config.toml", "p2p-port=30304", "p2p-port=30399", /listens elsewhere/],
      ["validator-3/config.toml", "p2p-port", "p2p-port=1\np2p-port", /says p2p-port again/],
      ["validator-3/config.toml", 'logging="INFO"', "logging=INFO", /can't be read/],
      ["validator-3/permissions_config.toml", account, `0x${"cd".repeat(20)}`, /other accounts/],
      ["validator-3/permissions_config.toml", /,"enode:[^"]*"/, "", /allows other nodes/],
      ["validator-4/static-nodes.json", /,\s*"enode:[^"]*"/, "", /looks for other nodes/],
      ["validator-4/key", /0x../, "0x00", /not the key of its enode/],
    ];
    for (const [file, from, to, said] of changes) {
      it(`when ${file} says ${to.trim() || "less"}`, async () => {
        const { directory, change } = await written();
        await change(file, from, to);
        const error = await checkBesuNetwork(directory).then(
          (findings) => findings.join("\n"),
          (reason: unknown) => (reason instanceof Error ? reason.message : ""),
        );
        expect(error).to.match(said);
      });
    }

    it("when others can read a node's key", async () => {
      const { directory } = await written();
      await chmod(join(directory, "reader-1/key"), 0o644);
      expect(await checkBesuNetwork(directory)).to.deep.equal([
        "reader-1/key can be read by others.",
      ]);
    });

    it("when the genesis lists another validator than the keys'", async () => {
      const { directory, change, network } = await written();
      const [first = ""] = network.validators;
      await change("genesis.json", first.slice(2), "00".repeat(20));
      expect((await checkBesuNetwork(directory)).join("\n")).to.contain(
        "The validators in genesis.json are not the network's.",
      );
    });

    it("when the genesis has a vote in it, which no Besu would make", async () => {
      const { directory, change, genesis } = await written();
      const [recipient = ""] = readQbftExtraData(genesis.extraData).validators;
      const vote = { recipient, adds: false };
      const voted = writeQbftExtraData({ ...readQbftExtraData(genesis.extraData), vote });
      await change("genesis.json", genesis.extraData, voted);
      expect((await checkBesuNetwork(directory)).join("\n")).to.contain(
        "The genesis has a round, a vote or seals.",
      );
    });

    it("when a genesis is made of no chain, of doubled validators, or with accounts", () => {
      const validators = qbftSealer.validators(4).map(({ account: each }) => each);
      const terms = { chainId: 81_800, timestamp: 1, validators };
      const doubled = [...validators, ...validators.slice(0, 1)];
      const codeOf = (make: () => unknown) => {
        try {
          make();
        } catch (error) {
          return error instanceof BesuError ? error.code : String(error);
        }
        return "made";
      };
      expect(codeOf(() => besuGenesis(terms))).to.equal("made");
      for (const wrong of [{ chainId: 0 }, { validators: doubled }, { emptyBlockSeconds: -1 }])
        expect(codeOf(() => besuGenesis({ ...terms, ...wrong }))).to.equal("besu-genesis-invalid");
      const genesis = { ...besuGenesis(terms), alloc: { [account]: { balance: "1" } } };
      expect(codeOf(() => besuGenesisHeader(genesis))).to.equal("besu-genesis-invalid");
    });
  });
});
