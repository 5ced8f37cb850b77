import { readFile } from "node:fs/promises";
import { getAddress } from "ethers";
import { z } from "zod";
import type { KeyHolder } from "./keyHolder.ts";
import { createPkcs11Holder } from "./pkcs11/createPkcs11Holder.ts";
import { createWeb3Signer } from "./web3signer/createWeb3Signer.ts";

const account = z
  .string()
  .regex(/^0x[0-9a-f]{40}$/i, "must be an account: 0x and 40 hex digits")
  .transform((text) => getAddress(text.toLowerCase()));

const members = z
  .record(z.string().regex(/^[1-9]\d{0,9}$/, "must be a member's number"), z.array(account).min(1))
  .default({})
  .transform((given) => new Map(Object.entries(given).map(([id, held]) => [Number(id), held])));

const common = {
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a short name: a-z, 0-9, hyphens"),
  members,
  timeoutMs: z.int().min(100).max(60_000).default(5_000),
};

const web3signer = z.strictObject({
  kind: z.literal("web3signer"),
  ...common,
  url: z.url({ protocol: /^https?$/ }),
  caFile: z.string().min(1).optional(),
  certificateFile: z.string().min(1).optional(),
  keyFile: z.string().min(1).optional(),
});

const pkcs11 = z
  .strictObject({
    kind: z.literal("pkcs11"),
    ...common,
    module: z.string().min(1),
    tokenLabel: z.string().min(1).max(32).optional(),
    slot: z.int().min(0).optional(),
    pinFile: z.string().min(1).optional(),
    pinVariable: z.string().min(1).optional(),
    sessions: z.int().min(1).max(64).default(4),
    newMembers: z.boolean().default(false),
    label: z.string().min(1).max(64).default("tallystick"),
  })
  .refine((one) => (one.tokenLabel === undefined) !== (one.slot === undefined), {
    message: "needs either tokenLabel or slot",
  })
  .refine((one) => (one.pinFile === undefined) !== (one.pinVariable === undefined), {
    message: "needs either pinFile or pinVariable",
  });

const file = z
  .array(z.discriminatedUnion("kind", [web3signer, pkcs11]))
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
    message: "two signers have one name",
  });

async function textOf(path: string | undefined): Promise<string | undefined> {
  return path === undefined ? undefined : readFile(path, "utf8");
}

async function pinOf({ pinFile, pinVariable, name }: z.output<typeof pkcs11>): Promise<string> {
  const pin = pinVariable === undefined ? await textOf(pinFile) : process.env[pinVariable];
  if (pin === undefined || pin.trim() === "") throw new Error(`Signer ${name} has no PIN.`);
  return pin.trim();
}

async function open(one: z.output<typeof file>[number]): Promise<KeyHolder> {
  if (one.kind === "pkcs11") {
    const { tokenLabel: label, slot = 0, newMembers: makesKeys } = one;
    const token = label === undefined ? { slot } : { label };
    return createPkcs11Holder({ ...one, token, makesKeys, pin: await pinOf(one) });
  }
  const [ca, certificate, key] = await Promise.all([
    textOf(one.caFile),
    textOf(one.certificateFile),
    textOf(one.keyFile),
  ]);
  return createWeb3Signer({ ...one, ca, certificate, key });
}

/** Opens the signers of SIGNERS_FILE. Throws one error that names each wrong field in a sentence, and never a secret. */
export async function readSigners(path: string | undefined): Promise<KeyHolder[]> {
  if (path === undefined) return [];
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new Error(`SIGNERS_FILE ${path} can't be read as JSON.`);
  }
  const result = file.safeParse(given);
  if (result.success) return Promise.all(result.data.map(open));
  const sentences = result.error.issues.map((each) => `${each.path.join(".")}: ${each.message}.`);
  throw new Error(`SIGNERS_FILE ${path} is not usable.\n${sentences.join("\n")}`);
}
