import type { EngineName } from "@tallystick/sdk";

/** Checked configuration of a gateway. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL; PGlite in `dataDirectory` without it. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Nodes of one chain; reads go to the first one as long as it does well. */
  readonly rpcUrls: readonly string[];
  /** Pinned keys of the validators that sign for blocks; without it no proofs of blocks are kept. */
  readonly validatorsFile: string | undefined;
  /** Nodes that are asked for those signatures: one of each validator. */
  readonly warpUrls: readonly string[];
  readonly engine: EngineName;
  /** Transactions of one signer that may be in the node's pool at once; the engine's own number without it. */
  readonly maxInFlightPerSigner: number | undefined;
  /** For so long transactions may wait without any block before new ones are refused. */
  readonly stallSeconds: number;
  /** Members whose writes are spread over all of their accounts whose keys are held here. */
  readonly signerPoolMembers: readonly number[] | "all";
  /** File that the deployment wrote: chain id, start block, contracts' addresses. */
  readonly deploymentFile: string;
  /** Named demo members may sign in without proof. */
  readonly demo: boolean;
  readonly sessionSeconds: number;
  /** Whether browsers reach the gateway by https; the session cookie is then marked Secure. */
  readonly secureCookies: boolean;
  readonly keystorePassphrase: string;
  readonly keystoreScryptCost: number;
  /** JSON array of the signers beside the database: Web3Signers and PKCS#11 tokens. */
  readonly signersFile: string | undefined;
  readonly requestsPerMinute: number;
  readonly bodyLimitBytes: number;
  /** Writes of one member in a minute, and sign-ins of one address; 0: no limit. */
  readonly writesPerMinute: number;
  readonly signInsPerMinute: number;
  readonly maximumConnections: number;
  /** Metrics are served there; nowhere without it. */
  readonly adminPort: number | undefined;
  readonly adminHost: string;
  /** Whether the gateway does by itself what anyone may do once it is time. */
  readonly upkeep: boolean;
  readonly upkeepSeconds: number;
  /** As whom it does that, and anchors its audit log; by default the operator whose key it holds. */
  readonly upkeepMember: number | undefined;
  /** Key that administers the chain's own lists of who may send; without it they are another gateway's work. */
  readonly chainOperatorKeyFile: string | undefined;
  /** Addresses that may send although they are no member's account; checksummed. */
  readonly chainAlsoEnabled: readonly string[];
  /** Seconds between anchors of the audit log on the ledger; 0: none. */
  readonly auditAnchorSeconds: number;
  /** Number of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  readonly consoleDirectory: string;
  /** JSON array of the pinned tag key sets, one an epoch. */
  readonly tagKeysFile: string | undefined;
  /** Shares of tag keys that this gateway answers with, encrypted with the keystores' passphrase. */
  readonly tagShareFiles: readonly string[];
  /** Whether several shares of one key may lie here: only where one machine runs a whole ledger. */
  readonly tagSharesTogether: boolean;
  /** JSON array of the gateways that are asked for loose and near tags: `{name, url, token}`. */
  readonly tagPeersFile: string | undefined;
  /** Whether registered invoices are compared with others that look like them: two more tags an invoice. */
  readonly similarInvoices: boolean;
  /** Elements and tags that one member may ask for in a minute; 0: no limit. */
  readonly tagsPerMinute: number;
  /** Where people reach the gateway, for instance `https://tally.example`; no path. */
  readonly publicUrl: string;
  /** JSON array of identity providers whose tokens are believed. */
  readonly oidcIssuersFile: string | undefined;
  /** With certificate and key the gateway serves HTTPS itself. PEM files. */
  readonly tlsCertFile: string | undefined;
  readonly tlsKeyFile: string | undefined;
  /** Authorities whose client certificates count; without it none are asked for. */
  readonly tlsClientCaFile: string | undefined;
  /** Whether a connection without one of them is refused. */
  readonly tlsClientCertificates: "optional" | "required";
  /** JSON array that says which member a client certificate means. */
  readonly tlsClientsFile: string | undefined;
  /** Header in which a trusted proxy that ends TLS tells the client certificate that it checked. */
  readonly tlsClientHeader: string | undefined;
  readonly webhooks: {
    /** Whether events may be posted by http: only where nobody listens in between. */
    readonly allowHttp: boolean;
    /** Hosts, or `host:port`, of private networks that events may be posted to. */
    readonly privateHosts: readonly string[];
    /** Attempts after which an event is dead-lettered. */
    readonly attempts: number;
    /** Dead letters in a row after which a subscription is paused. */
    readonly pauseAfter: number;
    /** Rest before the second attempt, doubled by each further one. */
    readonly retryMs: number;
    readonly longestRetryMs: number;
    readonly timeoutMs: number;
  };
  /** Event streams that one member may have open at a time. */
  readonly streamsPerMember: number;
}
