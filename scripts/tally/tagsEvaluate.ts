import { text } from "node:stream/consumers";
import { TagError } from "../../sdk/errors/TagError.ts";
import { blindTagSource } from "../../sdk/tags/blind/blindTagSource.ts";
import { evaluateBlinded } from "../../sdk/tags/blind/evaluateBlinded.ts";
import type { ShareServer } from "../../sdk/tags/blind/shareServer.ts";
import { tagFiles } from "./tagFiles.ts";

export type TagsEvaluateOptions = {
  readonly keys: string;
  readonly epoch?: string;
  readonly shares?: string;
};

async function localServers(files: string): Promise<readonly ShareServer[]> {
  const shares = await tagFiles.readShares(files.split(","));
  return shares.map((share) => ({
    index: share.index,
    evaluate: async ({ elements }) => evaluateBlinded(share, elements),
  }));
}

/** Makes one tag, by the share servers of a key set or by share files at hand, and says who did not answer well. */
export async function tagsEvaluate(identity: string, options: TagsEvaluateOptions) {
  const sets = await tagFiles.readKeySets(options.keys);
  const wanted = options.epoch === undefined ? undefined : Number(options.epoch);
  const keySet = wanted === undefined ? sets.at(-1) : sets.find(({ epoch }) => epoch === wanted);
  if (keySet === undefined) {
    throw new TagError("tag-key-set-invalid", `${options.keys} has no key set of epoch ${wanted}.`);
  }
  const token = process.env["TALLYSTICK_TOKEN"];
  const faults: TagError[] = [];
  const source = blindTagSource({
    keySet,
    ...(options.shares === undefined ? {} : { servers: await localServers(options.shares) }),
    ...(token === undefined ? {} : { headers: async () => ({ authorization: `Bearer ${token}` }) }),
    onFault: (fault) => faults.push(fault),
  });
  const content = identity === "-" ? (await text(process.stdin)).replace(/\r?\n$/, "") : identity;
  const tag = await source.tagOf(content);
  return {
    epoch: keySet.epoch,
    tag,
    problems: faults.map(({ code, message, details }) => ({ code, message, ...details })),
  };
}
