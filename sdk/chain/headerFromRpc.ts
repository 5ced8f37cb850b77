import { z } from "zod";
import { ChainProofError } from "../errors/ChainProofError.ts";
import type { BlockHeader, HashHeader } from "./blockHeader.ts";
import { firstIssue } from "./firstIssue.ts";
import { headerFields } from "./headerFields.ts";
import { headerOf } from "./headerOf.ts";
import type { Hex } from "./hex.ts";
import { keccakHeader } from "./keccakHeader.ts";
import { rpcForms } from "./rpcForms.ts";

const { bytes, quantity } = rpcForms;
const block = z.object({
  hash: bytes,
  ...Object.fromEntries(
    headerFields.map(({ name, form }) => [
      name,
      (form === "number" ? quantity : bytes).nullish().transform((item) => item ?? undefined),
    ]),
  ),
});

/** The fields that a block has; after the first that is missing there may be none. */
function fieldsIn(json: Readonly<Record<string, unknown>>): Hex[] {
  const items = headerFields.map(({ name }) => json[name] as Hex | undefined);
  const end = items.indexOf(undefined);
  const fields = items.filter((item) => item !== undefined);
  if (end === -1 || fields.length === end) return fields;
  const sentence = `The node's header has no ${headerFields[end]?.name} but fields after it.`;
  throw new ChainProofError("chain-header-invalid", sentence);
}

/**
 * A header out of what `eth_getBlockByNumber` answers. The hash is computed, and must be the one that the node names.
 *
 * @param hashOf how the engine names a block; `qbftBlockHash` on QBFT
 * @throws ChainProofError `chain-header-invalid`, `chain-hash-differs`
 *
 * @example
 * import { headerFromRpc } from "@tallystick/sdk";
 *
 * const block = await provider.send("eth_getBlockByNumber", ["latest", false]);
 * headerFromRpc(block).hash === block.hash // => true
 */
export function headerFromRpc(json: unknown, hashOf: HashHeader = keccakHeader): BlockHeader {
  const read = block.safeParse(json);
  if (!read.success) {
    const sentence = `The node answered no header: ${firstIssue(read.error)}.`;
    throw new ChainProofError("chain-header-invalid", sentence, { cause: read.error });
  }
  const header = headerOf(fieldsIn(read.data), hashOf);
  if (header.hash === read.data.hash) return header;
  const { hash: told } = read.data;
  const sentence = `Block ${header.number}'s header hashes to ${header.hash}, but its node names it ${told}.`;
  const details = { block: header.number.toString(), computed: header.hash, told };
  throw new ChainProofError("chain-hash-differs", sentence, { details });
}
