import { generateTagKey } from "../../sdk/tags/blind/generateTagKey.ts";
import { tagAddresses } from "./tagAddresses.ts";
import { tagFiles } from "./tagFiles.ts";

export type TagsSetupOptions = {
  readonly epoch: string;
  readonly servers: string;
  readonly threshold: string;
  readonly urls?: string;
  readonly out: string;
};

/** Holds the ceremony for all servers in this process and writes their files. */
export async function tagsSetup(options: TagsSetupOptions) {
  const urls = tagAddresses(options.servers, options.urls);
  const threshold = Number(options.threshold);
  const { keySet, shares } = generateTagKey({ epoch: Number(options.epoch), threshold, urls });
  const files = await tagFiles.write(options.out, [keySet], shares);
  const { epoch, groupPublicKey } = keySet;
  const warning =
    "The key itself was never computed, but this process made every share and could have. " +
    "Give each file to its holder alone, and delete them here.";
  return { epoch, threshold, servers: urls.length, groupPublicKey, ...files, warning };
}
