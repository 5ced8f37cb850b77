import { readFile } from "node:fs/promises";
import { parseTagKeySet, type TagKeySet, type TagShare, tagShareFile } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayConfig } from "../config/gatewayConfig.ts";
import type { TagDesk } from "./tagDesk.ts";

const peers = z.array(
  z.strictObject({
    name: z.string().min(1).max(120),
    url: z.url({ protocol: /^https?$/ }),
    token: z.string().min(1),
  }),
);

/** Names the file that is wrong, and what is wrong with it. */
async function reading<Value>(
  file: string,
  read: (text: string) => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await read(await readFile(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? "It has another form." : messageOf(cause);
    throw new Error(`The file ${file} can't be used. ${reason}`, { cause });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** One holder's shares: two of one epoch in one place would halve the threshold, but where one machine runs all. */
function checkShares(
  shares: readonly TagShare[],
  keySets: readonly TagKeySet[],
  together: boolean,
): void {
  for (const { epoch, index, publicKey } of shares) {
    const keySet = keySets.find((each) => each.epoch === epoch);
    const pinned = keySet?.shares.find((each) => each.index === index);
    if (pinned?.publicKey !== publicKey) {
      throw new Error(`Share ${index} of epoch ${epoch} is not in the pinned key sets.`);
    }
  }
  if (!together && new Set(shares.map(({ epoch }) => epoch)).size !== shares.length) {
    throw new Error(
      "This gateway has two shares of the same epoch. TAG_SHARES_TOGETHER=true allows it.",
    );
  }
}

/** Reads key sets, shares and peers; refuses in a sentence what does not fit together. */
export async function openTagDesk(
  config: Pick<
    GatewayConfig,
    "tagKeysFile" | "tagShareFiles" | "tagSharesTogether" | "tagPeersFile" | "keystorePassphrase"
  >,
): Promise<TagDesk> {
  const { tagKeysFile, tagShareFiles, tagPeersFile, keystorePassphrase } = config;
  const keySets =
    tagKeysFile === undefined
      ? []
      : await reading(tagKeysFile, (text) =>
          z.array(z.unknown()).parse(JSON.parse(text)).map(parseTagKeySet),
        );
  if (new Set(keySets.map(({ epoch }) => epoch)).size !== keySets.length) {
    throw new Error("Two of the pinned key sets are of the same epoch.");
  }
  const shares = await Promise.all(
    tagShareFiles.map((file) =>
      reading(file, (text) => tagShareFile.open(text, keystorePassphrase)),
    ),
  );
  checkShares(shares, keySets, config.tagSharesTogether);
  const known =
    tagPeersFile === undefined
      ? []
      : await reading(tagPeersFile, (text) => peers.parse(JSON.parse(text)));
  return { keySets, shares, peers: known };
}
