import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { expect } from "chai";
import { getBytes } from "ethers";
import { blsKey } from "../../../scripts/network/keys/blsKey.ts";
import { der } from "../../../scripts/network/keys/der.ts";
import { networkKeys } from "../../../scripts/network/keys/networkKeys.ts";
import { nodeIdOf } from "../../../scripts/network/keys/nodeIdOf.ts";
import { stakingCertificate } from "../../../scripts/network/keys/stakingCertificate.ts";

const counts = { validators: 5, members: 5, threshold: 3 };

describe("The keys of a network", () => {
  it("a staking certificate is signed by its own key, which is on P-256", () => {
    const made = stakingCertificate("validator-1");
    const certificate = new X509Certificate(made.certificatePem);
    const key = createPublicKey(createPrivateKey(made.keyPem));
    expect(certificate.raw.equals(made.certificate)).to.equal(true);
    expect(certificate.verify(key)).to.equal(true);
    expect(certificate.subject).to.equal("CN=validator-1");
    expect(key.asymmetricKeyDetails).to.deep.include({ namedCurve: "prime256v1" });
    expect(new Date(certificate.validFrom) < new Date()).to.equal(true);
    expect(new Date(certificate.validTo).getUTCFullYear()).to.equal(2120);
  });

  it("lengths and object ids of certificates are written as X.690 says", () => {
    expect(der.objectId("1.2.840.10045.4.3.2").toString("hex")).to.equal("06082a8648ce3d040302");
    const long = der.text("x".repeat(200));
    expect(long.subarray(0, 3).toString("hex")).to.equal("0c81c8");
    const longer = der.text("x".repeat(300));
    expect(longer.subarray(0, 4).toString("hex")).to.equal("0c82012c");
  });

  it("years from 2050 on are written in full", () => {
    const time = (text: string): string => der.time(new Date(text)).toString("latin1").slice(2);
    expect(time("2049-12-31T23:59:59Z")).to.equal("491231235959Z");
    expect(time("2050-01-01T00:00:00Z")).to.equal("20500101000000Z");
  });

  it("a node's id is its certificate's", () => {
    const [one, other] = [stakingCertificate("a"), stakingCertificate("a")];
    expect(nodeIdOf(one.certificate)).to.match(/^NodeID-[1-9A-HJ-NP-Za-km-z]{28,40}$/);
    expect(nodeIdOf(one.certificate)).to.equal(nodeIdOf(one.certificate));
    expect(nodeIdOf(one.certificate)).not.to.equal(nodeIdOf(other.certificate));
  });

  it("a BLS key proves that its holder has it, and another one's proof doesn't fit", () => {
    const { longSignatures: bls } = bls12_381;
    const [one, other] = [blsKey(), blsKey()];
    const isProof = (publicKey: string, proof: string): boolean =>
      bls.verify(
        getBytes(proof),
        bls.hash(getBytes(publicKey), "BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_"),
        getBytes(publicKey),
      );
    expect(isProof(one.publicKey, one.proofOfPossession)).to.equal(true);
    expect(isProof(one.publicKey, other.proofOfPossession)).to.equal(false);
    expect(one.secret).to.match(/^[0-9a-f]{64}$/);
  });

  it("are made once and readable by their owner alone", async () => {
    const directory = await mkdtemp(join(tmpdir(), "tallystick-keys-"));
    try {
      const made = await networkKeys(directory, counts);
      expect(made.validators).to.have.length(5);
      expect(new Set(made.memberSecrets).size).to.equal(5);
      expect(await networkKeys(directory, counts)).to.deep.equal(made);
      expect((await stat(join(directory, "keys.json"))).mode & 0o777).to.equal(0o600);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
