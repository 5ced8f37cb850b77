import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** Length of a record's header: magic 4, kind 1, payload length 4, CRC-32 of those nine bytes 4. */
const HEADER_BYTES = 13;
const DIGEST_BYTES = 32;
const MAGIC = Buffer.from("TLYJ", "latin1");
/** No block comes near this; a larger length is damage, not data. */
const MAX_PAYLOAD_BYTES = 512 * 1024 * 1024;

export type FrameHeader = { kind: number; payloadBytes: number };

function digest(previous: Buffer, header: Buffer, payload: Buffer): Buffer {
  return createHash("sha256").update(previous).update(header).update(payload).digest();
}

function encode(
  kind: number,
  payload: Buffer,
  previous: Buffer,
): { bytes: Buffer; digest: Buffer } {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt8(kind, 4);
  header.writeUInt32BE(payload.length, 5);
  header.writeUInt32BE(crc32(header.subarray(0, 9)), 9);
  const own = digest(previous, header, payload);
  return { bytes: Buffer.concat([header, payload, own]), digest: own };
}

/** The header at the start of `bytes`, or undefined when it cannot be one. */
function readHeader(bytes: Buffer): FrameHeader | undefined {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, 4).equals(MAGIC)) return undefined;
  if (crc32(bytes.subarray(0, 9)) !== bytes.readUInt32BE(9)) return undefined;
  const payloadBytes = bytes.readUInt32BE(5);
  if (payloadBytes > MAX_PAYLOAD_BYTES) return undefined;
  return { kind: bytes.readUInt8(4), payloadBytes };
}

/**
 * How a record lies in the journal. The header has its own checksum, so that a damaged length can
 * not make the rest of the file look like a torn tail; the digest covers the previous digest, so
 * that a record can be neither removed nor moved.
 */
export const journalFrame = {
  HEADER_BYTES,
  DIGEST_BYTES,
  MAGIC,
  FIRST_DIGEST: Buffer.alloc(DIGEST_BYTES),
  digest,
  encode,
  readHeader,
};
