import { join } from "node:path";
import { getAddress } from "ethers";
import { z } from "zod";
import type { GatewayConfig } from "./gatewayConfig.ts";

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

const flag = z
  .enum(["true", "false", "1", "0"])
  .transform((value) => value === "true" || value === "1");

const origin = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .refine((url) => new URL(url).pathname === "/", "must not have a path")
  .transform((url) => new URL(url).origin);

const addresses = z
  .string()
  .regex(
    /^(0x[0-9a-fA-F]{40}(,0x[0-9a-fA-F]{40})*)?$/,
    "must be addresses with commas between them",
  )
  .default("")
  .transform((text) =>
    text
      .split(",")
      .filter(Boolean)
      .map((address) => getAddress(address)),
  );

const nodeUrls = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((url) => url.trim() || []))
  .pipe(z.array(z.url({ protocol: /^https?$/, error: "must be http or https URLs" })).max(16))
  .refine((urls) => new Set(urls).size === urls.length, "must not name a node twice");

const fields = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number("must be a port number").int().min(0).max(65_535).default(8080),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres:// or postgresql://")
    .optional(),
  DATA_DIRECTORY: z.string().min(1).default(".tallystick/gateway"),
  RPC_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https URL" })
    .default("http://127.0.0.1:8545"),
  RPC_URLS: nodeUrls,
  VALIDATORS_FILE: z.string().min(1).optional(),
  WARP_URLS: nodeUrls,
  ENGINE: z.enum(["anvil", "hardhat", "avalanche", "besu"]).default("anvil"),
  STALL_SECONDS: z.coerce.number().min(1).max(86_400).default(15),
  MAX_IN_FLIGHT_PER_SIGNER: z.coerce.number().int().min(1).max(10_000).optional(),
  SIGNER_POOL_MEMBERS: z
    .string()
    .regex(/^(all|\d{1,10}(,\d{1,10})*)?$/, "must be all, or member ids with commas between them")
    .default("")
    .transform((text) => (text === "all" ? text : text.split(",").filter(Boolean).map(Number))),
  DEPLOYMENT_FILE: z.string().min(1).default(".tallystick/deployment.json"),
  DEMO: flag.default(false),
  SESSION_SECONDS: z.coerce.number().int().min(60).max(604_800).default(43_200),
  SECURE_COOKIES: flag.default(false),
  KEYSTORE_PASSPHRASE: z.string("must be set: members' keys are encrypted with it").min(12),
  SIGNERS_FILE: z.string().min(1).optional(),
  KEYSTORE_SCRYPT_COST: z.coerce
    .number()
    .int()
    .min(1024)
    .max(1_048_576)
    .refine(isPowerOfTwo, "must be a power of two")
    .default(131_072),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(1_200),
  BODY_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(16_777_216).default(262_144),
  WRITES_PER_MINUTE: z.coerce.number().int().min(0).default(6_000),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(0).default(30),
  MAXIMUM_CONNECTIONS: z.coerce.number().int().min(1).default(2_000),
  ADMIN_PORT: z.coerce.number("must be a port number").int().min(0).max(65_535).optional(),
  ADMIN_HOST: z.string().min(1).default("127.0.0.1"),
  UPKEEP: z
    .enum(["on", "off"], "must be on or off")
    .default("on")
    .transform((value) => value === "on"),
  UPKEEP_SECONDS: z.coerce.number().int().min(1).max(3_600).default(5),
  UPKEEP_MEMBER: z.coerce.number("must be a member's number").int().min(1).optional(),
  CHAIN_OPERATOR_KEY_FILE: z.string().min(1).optional(),
  CHAIN_ALSO_ENABLED: addresses,
  AUDIT_ANCHOR_SECONDS: z.coerce.number().int().min(0).max(86_400).default(60),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  CONSOLE_DIRECTORY: z
    .string()
    .min(1)
    .default(join(import.meta.dirname, "..", "console", "dist")),
  TAG_KEYS_FILE: z.string().min(1).optional(),
  TAG_SHARE_FILES: z
    .string()
    .default("")
    .transform((text) => text.split(",").filter((file) => file !== "")),
  TAG_SHARES_TOGETHER: flag.default(false),
  TAG_PEERS_FILE: z.string().min(1).optional(),
  SIMILAR_INVOICES: flag.default(true),
  TAGS_PER_MINUTE: z.coerce.number().int().min(0).default(6_000),
  WEBHOOKS_ALLOW_HTTP: flag.default(false),
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .toLowerCase()
        .split(",")
        .filter((host) => host !== ""),
    ),
  WEBHOOK_ATTEMPTS: z.coerce.number().int().min(1).max(50).default(12),
  WEBHOOK_PAUSE_AFTER: z.coerce.number().int().min(1).max(1_000).default(5),
  WEBHOOK_RETRY_MS: z.coerce.number().int().min(10).max(60_000).default(1_000),
  WEBHOOK_LONGEST_RETRY_MS: z.coerce.number().int().min(10).max(86_400_000).default(3_600_000),
  WEBHOOK_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(10_000),
  STREAMS_PER_MEMBER: z.coerce.number().int().min(1).max(10_000).default(20),
  PUBLIC_URL: origin.optional(),
  OIDC_ISSUERS_FILE: z.string().min(1).optional(),
  TLS_CERT_FILE: z.string().min(1).optional(),
  TLS_KEY_FILE: z.string().min(1).optional(),
  TLS_CLIENT_CA_FILE: z.string().min(1).optional(),
  TLS_CLIENT_CERTIFICATES: z.enum(["optional", "required"]).default("optional"),
  TLS_CLIENTS_FILE: z.string().min(1).optional(),
  TLS_CLIENT_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, "must be the name of a header")
    .optional(),
});

/** Variables that mean nothing, or too much, without each other. */
const environment = fields.superRefine((values, context) => {
  const need = (path: keyof typeof values, isMissing: boolean, message: string): void => {
    if (isMissing) context.addIssue({ code: "custom", path: [path], message });
  };
  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key, TLS_CLIENT_CA_FILE: authorities } = values;
  const { TLS_CLIENT_HEADER: header, TLS_CLIENTS_FILE: clients } = values;
  need("TLS_KEY_FILE", cert !== undefined && key === undefined, "must come with TLS_CERT_FILE");
  need("TLS_CERT_FILE", cert === undefined && key !== undefined, "must come with TLS_KEY_FILE");
  const isDeaf = authorities !== undefined && cert === undefined;
  need("TLS_CERT_FILE", isDeaf, "must be set where client certificates are asked for");
  const isOpen = header !== undefined && values.TRUSTED_PROXIES === 0;
  need("TRUSTED_PROXIES", isOpen, "must count the proxy that writes TLS_CLIENT_HEADER");
  const isBlind = clients !== undefined && authorities === undefined && header === undefined;
  need("TLS_CLIENTS_FILE", isBlind, "needs TLS_CLIENT_CA_FILE or TLS_CLIENT_HEADER");
  const isClosed = values.TLS_CLIENT_CERTIFICATES === "required" && authorities === undefined;
  need("TLS_CLIENT_CA_FILE", isClosed, "must be set where client certificates are required");
});

type Environment = z.output<typeof environment>;

function defaultUrl({ HOST, PORT, TLS_CERT_FILE }: Environment): string {
  const host = HOST.includes(":") ? `[${HOST}]` : HOST;
  return `${TLS_CERT_FILE === undefined ? "http" : "https"}://${host}:${PORT}`;
}

function toConfig(values: Environment): GatewayConfig {
  const rpcUrls = values.RPC_URLS.length > 0 ? values.RPC_URLS : [values.RPC_URL];
  return {
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    dataDirectory: values.DATA_DIRECTORY,
    rpcUrls,
    validatorsFile: values.VALIDATORS_FILE,
    warpUrls: values.WARP_URLS.length > 0 ? values.WARP_URLS : rpcUrls,
    engine: values.ENGINE,
    maxInFlightPerSigner: values.MAX_IN_FLIGHT_PER_SIGNER,
    stallSeconds: values.STALL_SECONDS,
    signerPoolMembers: values.SIGNER_POOL_MEMBERS,
    deploymentFile: values.DEPLOYMENT_FILE,
    demo: values.DEMO,
    sessionSeconds: values.SESSION_SECONDS,
    secureCookies: values.SECURE_COOKIES,
    keystorePassphrase: values.KEYSTORE_PASSPHRASE,
    signersFile: values.SIGNERS_FILE,
    keystoreScryptCost: values.KEYSTORE_SCRYPT_COST,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    bodyLimitBytes: values.BODY_LIMIT_BYTES,
    writesPerMinute: values.WRITES_PER_MINUTE,
    signInsPerMinute: values.SIGN_INS_PER_MINUTE,
    maximumConnections: values.MAXIMUM_CONNECTIONS,
    adminPort: values.ADMIN_PORT,
    adminHost: values.ADMIN_HOST,
    upkeep: values.UPKEEP,
    upkeepSeconds: values.UPKEEP_SECONDS,
    upkeepMember: values.UPKEEP_MEMBER,
    chainOperatorKeyFile: values.CHAIN_OPERATOR_KEY_FILE,
    chainAlsoEnabled: values.CHAIN_ALSO_ENABLED,
    auditAnchorSeconds: values.AUDIT_ANCHOR_SECONDS,
    trustedProxies: values.TRUSTED_PROXIES,
    logLevel: values.LOG_LEVEL,
    consoleDirectory: values.CONSOLE_DIRECTORY,
    tagKeysFile: values.TAG_KEYS_FILE,
    tagShareFiles: values.TAG_SHARE_FILES,
    tagSharesTogether: values.TAG_SHARES_TOGETHER,
    tagPeersFile: values.TAG_PEERS_FILE,
    similarInvoices: values.SIMILAR_INVOICES,
    tagsPerMinute: values.TAGS_PER_MINUTE,
    webhooks: {
      allowHttp: values.WEBHOOKS_ALLOW_HTTP,
      privateHosts: values.WEBHOOK_PRIVATE_HOSTS,
      attempts: values.WEBHOOK_ATTEMPTS,
      pauseAfter: values.WEBHOOK_PAUSE_AFTER,
      retryMs: values.WEBHOOK_RETRY_MS,
      longestRetryMs: values.WEBHOOK_LONGEST_RETRY_MS,
      timeoutMs: values.WEBHOOK_TIMEOUT_MS,
    },
    streamsPerMember: values.STREAMS_PER_MEMBER,
    publicUrl: values.PUBLIC_URL ?? defaultUrl(values),
    oidcIssuersFile: values.OIDC_ISSUERS_FILE,
    tlsCertFile: values.TLS_CERT_FILE,
    tlsKeyFile: values.TLS_KEY_FILE,
    tlsClientCaFile: values.TLS_CLIENT_CA_FILE,
    tlsClientCertificates: values.TLS_CLIENT_CERTIFICATES,
    tlsClientsFile: values.TLS_CLIENTS_FILE,
    tlsClientHeader: values.TLS_CLIENT_HEADER,
  };
}

/** Reads the environment. Throws one error that names each wrong variable in a sentence, and never its value. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const given = Object.entries(variables).filter(
    ([, value]) => value !== undefined && value !== "",
  );
  const result = environment.safeParse(Object.fromEntries(given));
  if (result.success) return toConfig(result.data);
  const sentences = result.error.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}.`,
  );
  throw new Error(`The gateway's configuration is not usable.\n${sentences.join("\n")}`);
}
