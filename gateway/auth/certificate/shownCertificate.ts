import { X509Certificate } from "node:crypto";
import { TLSSocket } from "node:tls";
import type { Request } from "express";

/** A client certificate that somebody checked: this gateway's TLS, or a trusted proxy's. */
export interface ShownCertificate {
  /** SHA-256, lower-case hex. */
  readonly fingerprint: string;
  /** Distinguished name; undefined when a proxy tells the fingerprint alone. */
  readonly subject: string | undefined;
}

const hexDigest = /^[0-9a-fA-F]{64}$/;

/** One spelling for names, whether written in lines or separated by commas. */
function spelled(subject: string): string {
  return subject.split("\n").join(", ");
}

function described(certificate: X509Certificate): ShownCertificate {
  return {
    fingerprint: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
    subject: spelled(certificate.subject),
  };
}

function fromSocket(socket: TLSSocket): ShownCertificate | undefined {
  // Without `authorized` it may be anybody's own: where certificates are optional TLS lets it pass.
  if (!socket.authorized) return undefined;
  const certificate = socket.getPeerX509Certificate();
  return certificate === undefined ? undefined : described(certificate);
}

// Exactly one: of two, the first could be what a client wrote there before the proxy added its own.
const onePem = /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

function fromHeader(text: string): ShownCertificate | undefined {
  if (hexDigest.test(text)) return { fingerprint: text.toLowerCase(), subject: undefined };
  try {
    const pem = decodeURIComponent(text);
    return onePem.test(pem) ? described(new X509Certificate(pem)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The client certificate of a request. `header` names what a proxy that ends TLS writes the checked certificate into
 * (PEM in URL encoding, or its SHA-256 in hex); it is read only when the configuration says that there is one.
 */
export function shownCertificate(
  request: Request,
  header: string | undefined,
): ShownCertificate | undefined {
  const { socket } = request;
  if (socket instanceof TLSSocket) {
    const shown = fromSocket(socket);
    if (shown !== undefined) return shown;
  }
  const text = header === undefined ? undefined : request.get(header);
  return text === undefined || text === "" ? undefined : fromHeader(text);
}
