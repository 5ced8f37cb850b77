import { getAddress } from "ethers";
import { z } from "zod";
import { checkSignInMessage } from "../../auth/ethereum/checkSignInMessage.ts";
import { signedByAccount } from "../../auth/ethereum/signedByAccount.ts";
import { scopes } from "../../auth/scopes.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { sessionBody } from "../session/sessionBody.ts";
import { startSession } from "../session/startSession.ts";

const signed = z.strictObject({
  message: z.string().min(1).max(4_000).describe("EIP-4361 message, as signed"),
  signature: z
    .string()
    .max(16_386)
    .regex(/^0x([0-9a-fA-F]{2})+$/, "must be bytes in 0x-hex")
    .describe("Of an account's key, or what a smart account accepts (ERC-1271)"),
});

/** Signs in whoever controls an active account of a member: on the ledger that account may do all, so here it may too. */
export function signInWithEthereumRoute(services: GatewayServices): Route {
  const { config, directory, identities, ledger, rpc } = services;
  const { security, signIns } = identities;
  return defineRoute({
    method: "post",
    path: "/v1/sign-in/ethereum",
    operationId: "signInWithEthereum",
    summary: "Sign in with an account of a member",
    permission: "public",
    idempotent: false,
    request: { body: signed },
    responses: {
      201: { description: "Signed in; the token also comes as a cookie", body: sessionBody },
    },
    handler: async ({ body, raw }) => {
      const { publicUrl } = config;
      const message = checkSignInMessage(body.message, { publicUrl, chainId: ledger.chainId });
      const account = getAddress(message.address);
      const person = `account:${account}`;
      const refused = { kind: "proof-refused", way: "ethereum", address: raw.request.ip } as const;
      const begun = await signIns.take("ethereum", message.nonce);
      if (begun === undefined) {
        security.record({ ...refused, person, reason: "nonce-unknown" });
        throw new ProblemError("not-signed-in", "The nonce is used up, expired or not ours.");
      }
      if (!(await signedByAccount(rpc, account, body.message, body.signature))) {
        security.record({ ...refused, person, reason: "signature-wrong" });
        throw new ProblemError("not-signed-in", "The account did not sign this message.");
      }
      const member = await directory.findByAccount(account);
      if (member === undefined) {
        security.record({ ...refused, person, reason: "person-unknown" });
        throw new ProblemError("person-unknown", `${account} is no active account of a member.`);
      }
      const { memberId, name, roles } = member;
      const holder = { memberId, person, scopes };
      const { token, expiresAt } = await startSession(services, raw, holder, "ethereum");
      const shown = { memberId, account: member.account, name, roles };
      return { status: 201, body: { token, expiresAt, member: shown } };
    },
  });
}
