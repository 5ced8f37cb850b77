import { z } from "zod";
import { ChainProofError } from "../errors/ChainProofError.ts";
import type { BlockHeader } from "./blockHeader.ts";
import { ethereumHeaders } from "./ethereumHeaders.ts";
import { firstIssue } from "./firstIssue.ts";
import type { HeaderCodec } from "./headerCodec.ts";
import { headerOf } from "./headerOf.ts";
import type { Hex } from "./hex.ts";
import { rpcForms } from "./rpcForms.ts";

const { bytes, quantity } = rpcForms;
type Block = z.ZodType<Readonly<Record<string, Hex | undefined>>>;

function blockOf({ fields }: HeaderCodec): Block {
  return z.object({
    hash: bytes,
    ...Object.fromEntries(
      fields.map(({ name, form }) => [
        name,
        (form === "number" ? quantity : bytes).nullish().transform((item) => item ?? undefined),
      ]),
    ),
  });
}

const forms = new WeakMap<HeaderCodec, Block>();

function formOf(codec: HeaderCodec): Block {
  const form = forms.get(codec) ?? blockOf(codec);
  forms.set(codec, form);
  return form;
}

/** The fields that a block has; after the first that is missing there may be none. */
function fieldsIn(
  json: Readonly<Record<string, Hex | undefined>>,
  { fields: known }: HeaderCodec,
): Hex[] {
  const items = known.map(({ name }) => json[name]);
  const end = items.indexOf(undefined);
  const fields = items.filter((item) => item !== undefined);
  if (end === -1 || fields.length === end) return fields;
  const sentence = `The node's header has no ${known[end]?.name} but fields after it.`;
  throw new ChainProofError("chain-header-invalid", sentence);
}

/**
 * A header out of what `eth_getBlockByNumber` answers. The hash is computed, and must be the one that the node names.
 *
 * @param codec how the engine writes headers: `qbftHeaders` on QBFT, `avalancheHeaders` on Avalanche
 * @throws ChainProofError `chain-header-invalid`, `chain-hash-differs`
 *
 * @example
 * import { headerFromRpc } from "@tallystick/sdk";
 *
 * const block = await provider.send("eth_getBlockByNumber", ["latest", false]);
 * headerFromRpc(block).hash === block.hash // => true
 */
export function headerFromRpc(json: unknown, codec: HeaderCodec = ethereumHeaders): BlockHeader {
  const read = formOf(codec).safeParse(json);
  if (!read.success) {
    const sentence = `The node answered no header: ${firstIssue(read.error)}.`;
    throw new ChainProofError("chain-header-invalid", sentence, { cause: read.error });
  }
  const header = headerOf(fieldsIn(read.data, codec), codec);
  if (header.hash === read.data["hash"]) return header;
  const told = read.data["hash"] ?? "";
  const sentence = `Block ${header.number}'s header hashes to ${header.hash}, but its node names it ${told}.`;
  const details = { block: header.number.toString(), computed: header.hash, told };
  throw new ChainProofError("chain-hash-differs", sentence, { details });
}
