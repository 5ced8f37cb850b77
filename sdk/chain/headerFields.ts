/** How many bytes a field of a header has; a number has no leading zeros. */
export type HeaderFieldForm = number | "number" | "bytes";

/** The fields of a header, in the order in which they are hashed. Each fork since London added some at the end. */
export const headerFields = [
  { name: "parentHash", form: 32 },
  { name: "sha3Uncles", form: 32 },
  { name: "miner", form: 20 },
  { name: "stateRoot", form: 32 },
  { name: "transactionsRoot", form: 32 },
  { name: "receiptsRoot", form: 32 },
  { name: "logsBloom", form: 256 },
  { name: "difficulty", form: "number" },
  { name: "number", form: "number" },
  { name: "gasLimit", form: "number" },
  { name: "gasUsed", form: "number" },
  { name: "timestamp", form: "number" },
  { name: "extraData", form: "bytes" },
  { name: "mixHash", form: 32 },
  { name: "nonce", form: 8 },
  { name: "baseFeePerGas", form: "number" },
  { name: "withdrawalsRoot", form: 32 },
  { name: "blobGasUsed", form: "number" },
  { name: "excessBlobGas", form: "number" },
  { name: "parentBeaconBlockRoot", form: 32 },
  { name: "requestsHash", form: 32 },
] as const satisfies readonly { readonly name: string; readonly form: HeaderFieldForm }[];
