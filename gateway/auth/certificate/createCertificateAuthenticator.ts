import { ProblemError } from "../../errors/problemError.ts";
import type { Authenticator } from "../authenticator.ts";
import type { MemberDirectory } from "../memberDirectory.ts";
import type { SecurityLog } from "../securityLog.ts";
import type { CertificateClient } from "./certificateClient.ts";
import { shownCertificate } from "./shownCertificate.ts";

/** What client certificates are looked up with. */
export interface CertificateAuthentication {
  readonly clients: readonly CertificateClient[];
  /** Header of a TLS-ending proxy, when there is one. */
  readonly header: string | undefined;
  readonly directory: MemberDirectory;
  readonly security: SecurityLog;
}

/**
 * Knows members' systems by their client certificates. One that nobody mapped merely doesn't count where certificates
 * are for everybody: it opens the connection, and a token says who asks.
 */
export function createCertificateAuthenticator({
  clients,
  header,
  directory,
  security,
}: CertificateAuthentication): Authenticator {
  return async (request) => {
    if (clients.length === 0) return undefined;
    const shown = shownCertificate(request, header);
    if (shown === undefined) return undefined;
    const { fingerprint, subject } = shown;
    const client =
      clients.find((each) => each.fingerprint === fingerprint) ??
      clients.find((each) => each.subject !== undefined && each.subject === subject);
    if (client === undefined) return undefined;
    const person = `certificate:${fingerprint}`;
    const member = await directory.find(client.member);
    if (member === undefined) {
      const reason = "person-unknown";
      const { ip: address } = request;
      security.record({ kind: "proof-refused", way: "certificate", reason, person, address });
      throw new ProblemError(reason, "The member of this certificate is not on the ledger.");
    }
    const { memberId, account, name, roles } = member;
    return { memberId, account, name, roles, person, scopes: client.scopes, by: "certificate" };
  };
}
