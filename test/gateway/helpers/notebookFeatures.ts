import { applyEvent } from "@tallystick/sdk";
import { z } from "zod";
import type { DirectoryMember } from "../../../gateway/auth/memberDirectory.ts";
import { ProblemError } from "../../../gateway/errors/problemError.ts";
import type { GatewayServices } from "../../../gateway/gatewayServices.ts";
import type { LedgerFeatures } from "../../../gateway/ledgerFeatures.ts";
import { defineRoute } from "../../../gateway/openapi/defineRoute.ts";
import { fields } from "../../../gateway/openapi/fields.ts";
import type { Route } from "../../../gateway/openapi/route.ts";
import { compileNotebook } from "./compileNotebook.ts";

interface NotedArgs {
  member: bigint;
  number: bigint;
  text: string;
  ref: string;
}

const noteBody = z.object({ number: z.string(), text: z.string(), transactionHash: z.string() });

function writeNoteRoute({ execute, ledger }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/notes",
    operationId: "writeNote",
    summary: "Write a note",
    permission: ["supplier", "operator"],
    request: { body: z.strictObject({ text: z.string().max(1_000) }) },
    responses: { 201: { description: "Written", body: noteBody } },
    amountOf: ({ body }) => {
      const sums = [...body.text.matchAll(/([A-Z]{3}) (\d+)/g)];
      if (sums.length === 0) return undefined;
      return {
        amounts: sums.map(([, currency = "", minor = "0"]) => {
          return { currency, amountMinor: BigInt(minor) };
        }),
      };
    },
    handler: async ({ body, context }) => {
      const [notebook] = ledger.contracts;
      if (notebook === undefined) throw new Error("no notebook");
      const { memberId } = context.member();
      const parameters = [memberId, body.text, context.write().ref];
      const data = notebook.interface.encodeFunctionData("note", parameters);
      const done = await execute(context, { to: notebook.address, data });
      const [noted] = await done.events();
      const number = noted?.args["number"] ?? 0n;
      const { transactionHash } = done;
      return { status: 201, body: { number, text: body.text, transactionHash } };
    },
  });
}

/** One request of several transactions. */
function writeNotesRoute({ execute, ledger }: GatewayServices): Route {
  const hashes = z.object({ transactionHashes: z.array(z.string()) });
  return defineRoute({
    method: "post",
    path: "/v1/note-lists",
    operationId: "writeNotes",
    summary: "Write several notes, one after the other",
    permission: ["supplier"],
    request: { body: z.strictObject({ texts: z.array(z.string()).min(1).max(5) }) },
    responses: { 201: { description: "Written", body: hashes } },
    handler: async ({ body, context }) => {
      const [notebook] = ledger.contracts;
      if (notebook === undefined) throw new Error("no notebook");
      const transactionHashes: string[] = [];
      for (const [step, text] of body.texts.entries()) {
        const parameters = [context.member().memberId, text, context.write().ref];
        const data = notebook.interface.encodeFunctionData("note", parameters);
        const call = { to: notebook.address, data, step, isOneOfMany: true };
        transactionHashes.push((await execute(context, call)).transactionHash);
      }
      return { status: 201, body: { transactionHashes } };
    },
  });
}

function readNoteRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/notes/:number",
    operationId: "readNote",
    summary: "Read a note",
    permission: {
      policy: "the member itself",
      allows: (identity, input) =>
        z.object({ number: z.bigint() }).parse(input.params).number !== 99n ||
        identity.memberId === 99,
    },
    request: { params: z.object({ number: fields.uint64 }) },
    responses: {
      200: { description: "The note", body: z.object({ number: z.string(), text: z.string() }) },
    },
    handler: async ({ params }) => {
      const [row] = await database.query<{ number: bigint; text: string }>(
        "SELECT number, text FROM projected.note WHERE number = $1",
        [params.number],
      );
      if (row === undefined)
        throw new ProblemError("not-found", `There is no note ${params.number}.`);
      return { status: 200, body: row };
    },
  });
}

function keepDraftRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/drafts",
    operationId: "keepDraft",
    summary: "Keep a draft in the gateway alone",
    permission: "member",
    request: { body: z.strictObject({ text: z.string() }) },
    responses: { 201: { description: "Kept", body: z.object({ kept: z.string() }) } },
    handler: async ({ body }) => {
      const [row] = await database.query<{ n: bigint }>("SELECT count(*) AS n FROM local.draft");
      return {
        status: 201,
        body: { kept: body.text, before: row?.n },
        commit: async (transaction) => {
          await transaction.query("INSERT INTO local.draft (text) VALUES ($1)", [body.text]);
        },
      };
    },
  });
}

function makeTokenRoute(): Route {
  return defineRoute({
    method: "post",
    path: "/v1/tokens",
    operationId: "makeToken",
    summary: "Make a secret that is shown once",
    permission: "member",
    responses: { 201: { description: "Made", body: z.object({ secret: z.string().optional() }) } },
    isShownOnce: true,
    handler: async () => ({ status: 201, body: { secret: "shown once" }, remembered: {} }),
  });
}

/**
 * The business of the test's ledger: notes. `members` may sign in. With `ledger only` notes are read from the event log,
 * so that no table beside the gateway's own is needed.
 */
export function notebookFeatures(
  members: readonly DirectoryMember[],
  tables: "own tables" | "ledger only" = "own tables",
): LedgerFeatures {
  const { abi } = compileNotebook();
  return {
    interfaces: { Notebook: abi },
    handlers: {
      "Notebook.Noted": applyEvent<NotedArgs>((transaction, { args }) => {
        if (tables === "ledger only") return;
        transaction.put("note", { number: args.number, member: args.member, text: args.text });
      }),
    },
    recordOnly: ["Notebook.Marked"],
    decodeError(data) {
      const error = abi.parseError(data);
      if (error === null) return undefined;
      const args = error.fragment.inputs.map((input, index) => [input.name, error.args[index]]);
      const message = `The notebook refused: ${error.name}.`;
      return Object.assign(new Error(message), {
        code: error.name,
        args: Object.fromEntries(args),
      });
    },
    refusalStatuses: { NotebookMoved: 403 },
    directory: () => ({
      find: async (memberId) => members.find((member) => member.memberId === memberId),
      findByAccount: async (account) => members.find(({ accounts }) => accounts.includes(account)),
      findDemoMember: async (name) => members.find((member) => member.name === name),
    }),
    routes: (services) => [
      writeNoteRoute(services),
      writeNotesRoute(services),
      readNoteRoute(services),
      keepDraftRoute(services),
      makeTokenRoute(),
    ],
    workers: () => [],
  };
}
