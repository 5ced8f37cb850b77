import { generateKeyPairSync, sign } from "node:crypto";
import { der } from "./der.ts";

/** What a validator proves its node id with. */
export interface StakingCertificate {
  readonly certificate: Buffer;
  readonly certificatePem: string;
  readonly keyPem: string;
}

const ecdsaWithSha256 = der.sequence(der.objectId("1.2.840.10045.4.3.2"));
const commonName = der.objectId("2.5.4.3");
const BEGIN = new Date("2000-01-01T00:00:00Z");
/** The node never looks at it: a node id is as old as its certificate, and a new one would be another validator. */
const END = new Date("2120-01-01T00:00:00Z");

function pemOf(certificate: Buffer): string {
  const lines = certificate.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** A new P-256 key with a certificate that it signed itself (X.509 version 3, no extensions). */
export function stakingCertificate(name: string): StakingCertificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const who = der.sequence(der.set(der.sequence(commonName, der.text(name))));
  const body = der.sequence(
    der.explicit(0, der.smallInteger(2)),
    der.smallInteger(1),
    ecdsaWithSha256,
    who,
    der.sequence(der.time(BEGIN), der.time(END)),
    who,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = sign("sha256", body, { key: privateKey, dsaEncoding: "der" });
  const certificate = der.sequence(body, ecdsaWithSha256, der.bitString(signature));
  const keyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { certificate, certificatePem: pemOf(certificate), keyPem };
}
