import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decryptKeystoreJson, encryptKeystoreJson, getBytes, Wallet } from "ethers";
import { z } from "zod";
import { TagError } from "../../sdk/errors/TagError.ts";
import { joinTagCeremony } from "../../sdk/tags/blind/joinTagCeremony.ts";
import type { Hex } from "../../sdk/tags/blind/ristretto.ts";
import { tagAddresses } from "./tagAddresses.ts";
import { tagFiles } from "./tagFiles.ts";
import type { TagsSetupOptions } from "./tagsSetup.ts";

export type TagsJoinOptions = TagsSetupOptions & { readonly index: string };

const hex = z
  .string()
  .regex(/^0x([0-9a-f]{2})+$/)
  .transform((text) => text as Hex);
const announcementForm = z.strictObject({
  index: z.int(),
  commitments: z.array(hex),
  proofOfKnowledge: hex,
});
const dealtForm = z.strictObject({ from: z.int(), to: z.int(), secret: hex });

/** What another server's file says; undefined while it isn't there yet. */
async function arrived<Value>(file: string, form: z.ZodType<Value>): Promise<Value | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return form.parse(JSON.parse(text));
  } catch (cause) {
    throw new TagError("tag-ceremony-invalid", `${file} is no part of a ceremony.`, { cause });
  }
}

/** The participant's seed, made at its first step and encrypted like its share. */
async function seedOf(folder: string, index: number): Promise<Uint8Array> {
  const { passphrase, scryptCost } = tagFiles.secrecy();
  const name = `ceremony-${index}.json`;
  const known = await readFile(join(folder, name), "utf8").catch(() => undefined);
  if (known === undefined) {
    const { address, privateKey } = Wallet.createRandom();
    const scrypt = { N: scryptCost, r: 8, p: 1 };
    const sealed = await encryptKeystoreJson({ address, privateKey }, passphrase, { scrypt });
    await tagFiles.create(folder, name, sealed, "secret");
    return getBytes(privateKey);
  }
  const { privateKey } = await decryptKeystoreJson(known, passphrase).catch((cause: unknown) => {
    throw new TagError("tag-share-invalid", `The passphrase does not open ${name}.`, { cause });
  });
  return getBytes(privateKey);
}

/**
 * One server's part of the ceremony, on its holder's own machine. Each run goes as far as the files of the others that
 * have come into the folder allow, and says which ones it waits for.
 */
export async function tagsJoin(options: TagsJoinOptions) {
  const { out } = options;
  const [epoch, index, threshold] = [options.epoch, options.index, options.threshold].map(Number);
  const urls = tagAddresses(options.servers, options.urls);
  const others = urls.map((_, place) => place + 1).filter((server) => server !== index);
  const parameters = { epoch: epoch ?? 0, index: index ?? 0, threshold: threshold ?? 0, urls };
  // Refuses what can't be before anything is written.
  joinTagCeremony(parameters);
  const participant = joinTagCeremony({ ...parameters, seed: await seedOf(out, parameters.index) });
  const waiting = (files: readonly string[]) => ({ state: "waiting", waitingFor: files });

  const announcementFile = (server: number) => `announcement-${server}.json`;
  await tagFiles.offer(out, announcementFile(parameters.index), participant.announcement, "public");
  const heard = await Promise.all(
    others.map((server) => arrived(join(out, announcementFile(server)), announcementForm)),
  );
  const silent = others.filter((_, place) => heard[place] === undefined).map(announcementFile);
  if (silent.length > 0) return waiting(silent);

  const announcements = heard.filter((each) => each !== undefined);
  for (const dealt of participant.deal(announcements)) {
    await tagFiles.offer(out, `dealt-${dealt.from}-to-${dealt.to}.json`, dealt, "secret");
  }
  const dealtFile = (server: number) => `dealt-${server}-to-${parameters.index}.json`;
  const got = await Promise.all(
    others.map((server) => arrived(join(out, dealtFile(server)), dealtForm)),
  );
  const missing = others.filter((_, place) => got[place] === undefined).map(dealtFile);
  if (missing.length > 0) return waiting(missing);

  const { keySet, share } = participant.finish(got.filter((each) => each !== undefined));
  const files = await tagFiles.write(out, [keySet], [share]);
  const { groupPublicKey } = keySet;
  return { state: "done", epoch, threshold, servers: urls.length, groupPublicKey, ...files };
}
