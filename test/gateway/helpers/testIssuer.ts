import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** A real identity provider on this machine: discovery, keys, and an authorization code flow that believes everybody. */
export interface TestIssuer {
  readonly url: string;
  /** Signs a token that is good for `tallystick`; `claims` and `header` replace what it says. */
  token(claims?: JWTPayload, header?: { readonly kid?: string }): Promise<string>;
  /** Signs with a key that the provider doesn't publish. */
  forged(claims?: JWTPayload): Promise<string>;
  /** Signs a token that never expires. */
  eternal(): Promise<string>;
  /** Publishes a new key beside the old ones and signs with it from now on. */
  rotate(): Promise<void>;
  /** The person that the next authorization signs in. */
  person: string;
  /** How often the keys were asked for. */
  keyRequests(): number;
  /** While false, it answers nothing but errors. */
  isUp: boolean;
  close(): Promise<void>;
}

interface Asked {
  readonly nonce: string;
  readonly challenge: string;
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString("base64url");
}

async function newKey(kid: string) {
  const pair = await generateKeyPair("ES256");
  return { kid, ...pair, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg: "ES256" } };
}

/** Starts one on a free port of this machine. */
export async function testIssuer(): Promise<TestIssuer> {
  const keys = [await newKey("first")];
  const strange = await newKey("first");
  const codes = new Map<string, Asked>();
  let asked = 0;
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  const url = `http://127.0.0.1:${address.port}`;
  const sign = (key: (typeof keys)[number], claims: JWTPayload, kid = key.kid) =>
    new SignJWT({ aud: "tallystick", sub: "wang", ...claims })
      .setProtectedHeader({ alg: "ES256", kid })
      .setIssuer(String(claims.iss ?? url))
      .setIssuedAt(claims.iat)
      .setExpirationTime(claims.exp ?? "5m")
      .sign(key.privateKey);
  const latest = () => keys.at(-1) ?? strange;
  const issuer: TestIssuer = {
    url,
    person: "wang",
    isUp: true,
    token: (claims = {}, header = {}) => sign(latest(), claims, header.kid),
    forged: (claims = {}) => sign(strange, claims),
    eternal: () =>
      new SignJWT({ iss: url, aud: "tallystick", sub: "wang" })
        .setProtectedHeader({ alg: "ES256", kid: latest().kid })
        .sign(latest().privateKey),
    rotate: async () => void keys.push(await newKey(`number ${keys.length}`)),
    keyRequests: () => asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  server.on("request", (request, response) => {
    const place = new URL(request.url ?? "/", url);
    if (!issuer.isUp) return sendJson(response, {}, 500);
    if (place.pathname === "/.well-known/openid-configuration") {
      return sendJson(response, {
        issuer: url,
        jwks_uri: `${url}/keys`,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
      });
    }
    if (place.pathname === "/keys") {
      asked += 1;
      return sendJson(response, { keys: keys.map(({ jwk }) => jwk) });
    }
    if (place.pathname === "/authorize") {
      const { state, nonce, code_challenge, redirect_uri } = Object.fromEntries(place.searchParams);
      const code = crypto.randomUUID();
      codes.set(code, { nonce: nonce ?? "", challenge: code_challenge ?? "" });
      const back = `${redirect_uri}?state=${state}&code=${code}`;
      return void response.writeHead(302, { location: back }).end();
    }
    let text = "";
    request.on("data", (part) => {
      text += String(part);
    });
    request.on("end", () => {
      const form = new URLSearchParams(text);
      const known = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      challengeOf(form.get("code_verifier") ?? "").then(async (challenge) => {
        if (challenge !== known?.challenge) return sendJson(response, {}, 400);
        const claims = { sub: issuer.person, aud: "console", nonce: known.nonce };
        sendJson(response, { id_token: await sign(latest(), claims) });
      }, request.destroy);
    });
  });
  return issuer;
}
