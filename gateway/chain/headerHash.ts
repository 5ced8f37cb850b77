import { type HeaderFieldForm, headerFields } from "@tallystick/sdk";
import { keccak256 } from "ethers";

/** A header as JSON-RPC gives it. */
export type WireHeader = Readonly<Record<string, unknown>>;

const LONG = 55;

function bytesOf(value: string, form: HeaderFieldForm): Buffer {
  const digits = form === "number" ? value.slice(2).replace(/^0+/, "") : value.slice(2);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
}

/** RLP of a string of bytes (`base` 0x80) or of a list of encoded ones (0xc0); yellow paper, appendix B. */
function rlp(bytes: Buffer, base: 0x80 | 0xc0): Buffer {
  const isItself = base === 0x80 && bytes.length === 1 && (bytes[0] ?? 0) < 0x80;
  if (isItself) return bytes;
  if (bytes.length <= LONG) return Buffer.concat([Buffer.of(base + bytes.length), bytes]);
  const length = bytesOf(`0x${bytes.length.toString(16)}`, "number");
  return Buffer.concat([Buffer.of(base + LONG + length.length), length, bytes]);
}

/** The hash of a header by Ethereum's own rule (EIP-1559, 4895, 4844, 4788, 7685). */
export function headerHash(header: WireHeader): string {
  const items = headerFields.flatMap(({ name, form }) => {
    const value = header[name];
    return typeof value === "string" ? [rlp(bytesOf(value, form), 0x80)] : [];
  });
  return keccak256(rlp(Buffer.concat(items), 0xc0));
}
