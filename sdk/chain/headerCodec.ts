import type { HashHeader } from "./blockHeader.ts";
import type { HeaderFieldForm } from "./headerFields.ts";

/** How an engine writes its headers: which fields they have, in which order, and what their hash is. */
export interface HeaderCodec {
  readonly name: "ethereum" | "qbft" | "subnet-evm";
  /** The first 15 are in every header; those after them came one after the other. */
  readonly fields: readonly { readonly name: string; readonly form: HeaderFieldForm }[];
  readonly hashOf: HashHeader;
}
