import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A certificate with its key, as files and as text. */
export interface TestCertificate {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
  /** SHA-256, lower-case hex. */
  readonly fingerprint: string;
}

/** A certificate authority of a test, in a directory of its own. */
export interface TestAuthority extends TestCertificate {
  issue(name: string): Promise<TestCertificate>;
}

const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

async function loaded(certFile: string, keyFile: string): Promise<TestCertificate> {
  const [cert, key] = await Promise.all([readFile(certFile, "utf8"), readFile(keyFile, "utf8")]);
  const fingerprint = new X509Certificate(cert).fingerprint256.replaceAll(":", "").toLowerCase();
  return { certFile, keyFile, cert, key, fingerprint };
}

/** Makes an authority with openssl; it issues certificates for 127.0.0.1 and for clients. */
export async function testCertificates(name: string): Promise<TestAuthority> {
  const directory = await mkdtemp(join(tmpdir(), "tallystick-certificates-"));
  const file = (part: string) => join(directory, part);
  const make = async (own: string, more: readonly string[]) => {
    const out = ["-keyout", file(`${own}.key`), "-out", file(`${own}.pem`), "-days", "2"];
    await run("openssl", ["req", "-x509", ...curve, ...out, "-subj", `/O=Test/CN=${own}`, ...more]);
    return loaded(file(`${own}.pem`), file(`${own}.key`));
  };
  const authority = await make(name, []);
  return {
    ...authority,
    issue(own) {
      const signer = ["-CA", authority.certFile, "-CAkey", authority.keyFile];
      const extensions = ["subjectAltName=IP:127.0.0.1", "basicConstraints=critical,CA:FALSE"];
      const added = extensions.flatMap((each) => ["-addext", each]);
      return make(own, [...signer, ...added]);
    },
  };
}
