import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { scopes } from "../../gateway/auth/scopes.ts";
import { client } from "../gateway/helpers/client.ts";
import { type CastName, ledgerCast } from "../gateway/helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../gateway/helpers/ledgerGateway.ts";
import { projectedTables } from "../gateway/helpers/projectedTables.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { type DeclaredOperation, declaredOperations } from "./helpers/declaredOperations.ts";
import { type MatrixScene, matrixScene } from "./helpers/matrixScene.ts";
import { sampleOf } from "./helpers/sampleOf.ts";

const names = Object.keys(ledgerCast) as CastName[];

/** Things that every member may look at: they name no one's business. Everything else is in the scene. */
const forEverybody: Readonly<Record<string, string>> = {
  root: "anchors are digests",
  custodian: "who keeps goods is public among members",
  transactionHash: "the chain's own",
  number: "a block's header and who signed for it",
};

/** Ids that this scene has none of, so that only their absence is told. Each is a thing of its own member. */
const absent: Readonly<Record<string, string>> = {
  approval: "waits at its own member",
  rule: "of the member that asks",
  subscription: "policy `subscription`",
  run: "opens at a payment; policy `run`",
  receiptOffer: "policy `receiptOffer`",
  receiptOrder: "policy `receiptOrder`",
  sequence: "entries of one's own; by sequence, proof of inclusion",
  token: "whoever has the link",
  issuer: "sign-in",
};

/** Writes that strangers to a thing may make, and who: they give nothing until somebody else agrees. */
const openTo: Readonly<Record<string, readonly string[]>> = {
  requestView: ["financier", "settlement-bank"],
  // A member without keys is recovered by others: that is its use. It can cancel, and waits 72 hours.
  proposeRecovery: ["operator", "legal"],
  cancelRecovery: ["operator", "legal"],
};

/** Offices whose work is on what others own. */
const offices = ["operator", "legal", "registrar"];

/** One member of each role, none of them a party to the scene; every member in the full run. */
const strangers: readonly CastName[] = [
  "secondOperator",
  "secondLegal",
  "otherObligor",
  "tierThree",
  "financierB",
  "otherBank",
  "registrar",
  "auditor",
  "regulator",
  "otherCustodian",
];
const players = faultCount(0, 1) === 1 ? names : strangers;

interface Told {
  readonly status: number;
  readonly code: unknown;
  readonly text: string;
}

describe("Whoever asks for whatever", function () {
  this.timeout(600_000);
  let stack: LedgerGateway;
  let operations: readonly DeclaredOperation[];
  let scene: MatrixScene;
  const counts = { requests: 0, reads: 0, writes: 0, scopes: 0, judgedByLedger: 0 };
  const wrong: string[] = [];

  before(async () => {
    stack = await ledgerGateway({ signInsPerMinute: 0 });
    scene = await matrixScene(stack);
    operations = await declaredOperations(stack.url);
  });
  after(() => stack.close());

  const rolesOf = (name: CastName): readonly string[] => ledgerCast[name].roles;
  const hasOffice = ({ roles }: DeclaredOperation, name: CastName) =>
    rolesOf(name).some((role) => roles.includes(role));

  /** Sends a request without waiting for streams to end. */
  async function ask(
    token: string | undefined,
    operation: DeclaredOperation,
    ids: IdSource,
  ): Promise<Told> {
    counts.requests += 1;
    const own: Record<string, string> =
      token === undefined ? {} : { authorization: `Bearer ${token}` };
    const samples = await usual();
    let path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const made = ids(name) ?? sampleOf(operation.parameters[name] ?? {}, samples, name);
      return encodeURIComponent(String(made));
    });
    const query = Object.entries(operation.requiredQuery).map(
      ([name, schema]) => `${name}=${encodeURIComponent(String(sampleOf(schema, samples, name)))}`,
    );
    if (query.length > 0) path += `?${query.join("&")}`;
    const body =
      operation.body === undefined ? undefined : JSON.stringify(sampleOf(operation.body, samples));
    const response = await fetch(`${stack.url}${path}`, {
      method: operation.method,
      redirect: "manual",
      headers: {
        ...own,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(ids.key === undefined ? {} : { "idempotency-key": ids.key() }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
    if (isStream) await response.body?.cancel();
    const text = isStream ? "" : await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const code = isJson ? (JSON.parse(text) as { code?: unknown }).code : undefined;
    // A rebuild that somebody was allowed to begin is over soon.
    if (code === "projection-behind") {
      await setTimeout(20);
      return ask(token, operation, ids);
    }
    return { status: response.status, code, text };
  }

  type IdSource = ((name: string) => string | undefined) & { readonly key?: () => string };
  const ofScene: IdSource = (name) => scene.objects[name]?.id;
  const ofNothing: IdSource = (name) => {
    const isNumbered = /^\d+$/.test(scene.objects[name]?.id ?? "");
    return isNumbered ? "999999" : undefined;
  };
  const writing: IdSource = Object.assign((name: string) => scene.objects[name]?.id, {
    key: () => crypto.randomUUID(),
  });

  let samples: Record<string, unknown> | undefined;
  async function usual(): Promise<Record<string, unknown>> {
    if (samples !== undefined) return samples;
    const soon = await stack.instantIn(3_600);
    const times = ["acceptBy", "expiresAt", "deadline", "registerBy", "until", "settleBy"];
    samples = {
      ...Object.fromEntries(times.map((name) => [name, soon])),
      to: stack.who.tierThree.id,
      sender: stack.who.tierTwo.id,
      bank: stack.who.bank.id,
      securedParty: stack.who.financierB.id,
      registeredAt: await stack.instantIn(0),
      takenAt: await stack.instantIn(0),
      valueDate: await stack.dayIn(0),
      licence: undefined,
    };
    return samples;
  }

  const tokens = new Map<CastName, string>();
  async function tokenOf(name: CastName, operation: DeclaredOperation): Promise<string> {
    const endsSession = operation.path.startsWith("/v1/sessions");
    const known = endsSession ? undefined : tokens.get(name);
    if (known !== undefined) return known;
    // Signing out everywhere ends the sessions of that person alone.
    const person = endsSession ? "who signs out" : "first person";
    const asked = { body: { member: ledgerCast[name].name, person } };
    const { body } = await client(stack.url).send("POST", "/v1/sessions", asked);
    const token = String(body["token"]);
    if (!endsSession) tokens.set(name, token);
    return token;
  }

  const note = (operation: DeclaredOperation, who: string, told: Told, expected: string): void => {
    const place = `${operation.method} ${operation.path}`;
    wrong.push(`${place} as ${who}: ${told.status} ${told.code ?? ""}, expected ${expected}`);
  };
  const check = (): void => {
    const found = wrong.splice(0);
    expect(found.slice(0, 40)).to.deep.equal([]);
  };

  it("meets on every route what its declared permission says, before anything else is looked at", async () => {
    const declared = new Set(operations.flatMap(({ roles }) => roles));
    const played = new Set(names.flatMap((name) => [...rolesOf(name)]));
    expect([...declared].filter((role) => !played.has(role))).to.deep.equal([]);
    for (const operation of operations) {
      const nobody = await ask(undefined, operation, ofNothing);
      if (operation.kind === "public" ? nobody.code === "not-permitted" : nobody.status !== 401) {
        note(operation, "nobody", nobody, operation.kind);
      }
      if (operation.kind === "public") continue;
      const tried = players.map(async (name) => {
        // A write without a key gets as far as its permission and no further.
        const told = await ask(await tokenOf(name, operation), operation, ofNothing);
        const isAllowed = operation.kind === "member" || hasOffice(operation, name);
        // A policy looks at a request that was validated before.
        const isMalformed = operation.kind === "policy" && operation.method !== "GET";
        if (!isAllowed && told.code !== "not-permitted" && !(isMalformed && told.status === 400))
          note(operation, name, told, "not-permitted");
        if (isAllowed && (told.status === 401 || told.status >= 500))
          note(operation, name, told, "neither 401 nor 5xx");
        if (isAllowed && operation.kind !== "member" && told.code === "not-permitted")
          note(operation, name, told, "permission");
        if (operation.hasKey && told.status < 300) note(operation, name, told, "no effect");
      });
      await Promise.all(tried);
    }
    check();
  });

  it("knows whose business each thing is, or that it is everybody's", () => {
    const parameters = new Set(
      operations
        .filter(({ method }) => method === "GET")
        .flatMap(({ parameters: named }) => Object.keys(named)),
    );
    const known = { ...scene.objects, ...forEverybody, ...absent };
    expect([...parameters].filter((name) => !Object.hasOwn(known, name))).to.deep.equal([]);
  });

  it("reads a thing of others only by office, and its own always", async () => {
    for (const operation of operations.filter(({ method }) => method === "GET")) {
      const [object] = Object.keys(operation.parameters)
        .map((name) => scene.objects[name])
        .filter((each) => each !== undefined);
      if (object === undefined) continue;
      for (const name of names) {
        counts.reads += 1;
        const told = await ask(await tokenOf(name, operation), operation, ofScene);
        const isParty = object.parties.includes(name);
        const mayRead = isParty || (operation.kind === "policy" && hasOffice(operation, name));
        const isRefused = told.status === 403 || told.status === 404;
        if (mayRead ? told.status !== 200 : !isRefused)
          note(operation, name, told, mayRead ? "200" : "403");
      }
    }
    check();
  });

  it("finds nothing of bank A's business in any list, whoever is no party to it", async () => {
    const lists = operations.filter(
      ({ method, parameters }) => method === "GET" && Object.keys(parameters).length === 0,
    );
    const outsiders: CastName[] = [
      "financierB",
      "otherBank",
      "otherObligor",
      "tierThree",
      "otherCustodian",
    ];
    for (const name of outsiders) {
      for (const operation of lists) {
        counts.reads += 1;
        const { text } = await ask(await tokenOf(name, operation), operation, ofScene);
        // Bank B was asked for a quote too, so it knows the invoices, and nothing of what A answered.
        const secrets = scene.secrets.filter(
          (each) => !(name === "financierB" && each.startsWith("INV-")),
        );
        for (const secret of secrets.filter((each) => text.includes(each)))
          wrong.push(`GET ${operation.path} tells ${name} of ${secret}`);
      }
    }
    check();
  });

  it("changes nothing of what is another's", async () => {
    const state = async () => {
      const { checkpoint: _, ...tables } = await projectedTables(stack.database);
      return JSON.stringify(tables, (_key, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      );
    };
    const before = await state();
    for (const operation of operations.filter(({ method }) => method !== "GET")) {
      const [object] = Object.keys(operation.parameters)
        .map((name) => scene.objects[name])
        .filter((each) => each !== undefined);
      if (object === undefined) continue;
      for (const name of players) {
        const isOffice = operation.roles.some((role) => offices.includes(role));
        const isOpen = rolesOf(name).some((role) => openTo[operation.id]?.includes(role));
        const isExpected = isOpen || (isOffice && hasOffice(operation, name));
        if (object.parties.includes(name) || isExpected) continue;
        counts.writes += 1;
        const told = await ask(await tokenOf(name, operation), operation, writing);
        if (!["invalid-request", "not-permitted"].includes(String(told.code)))
          counts.judgedByLedger += 1;
        if (told.status < 400 || told.status >= 500) note(operation, name, told, "4xx");
      }
    }
    check();
    expect(await state()).to.equal(before);
    // Otherwise the bodies would be nonsense, and the refusals about nothing else.
    expect(counts.judgedByLedger / counts.writes).to.be.above(0.4);
  });

  it("needs the scope that the route names, whoever it is", async () => {
    for (const operation of operations) {
      if (operation.kind === "public") continue;
      const name = names.find((each) => operation.kind !== "roles" || hasOffice(operation, each));
      const memberId = stack.who[name ?? "operator"].id;
      const given = scopes.filter((scope) => scope !== operation.scope);
      const { sessions } = stack.gateway.services.identities;
      const holder = { memberId, person: "demo:without", scopes: given };
      const { token } = await sessions.open(holder);
      counts.scopes += 1;
      const told = await ask(token, operation, ofNothing);
      if (told.code !== "scope-missing") note(operation, `without ${operation.scope}`, told, "403");
    }
    check();
  });

  it("is told in counts", () => {
    const { requests, ...more } = counts;
    const routes = operations.length;
    faultReport({
      suite: "permission matrix",
      seed: faultSeed(),
      runs: requests,
      lost: 0,
      doubled: 0,
      stuck: 0,
      more: { routes, members: players.length, ...more },
    });
    expect(requests).to.be.above(routes * players.length);
  });
});
