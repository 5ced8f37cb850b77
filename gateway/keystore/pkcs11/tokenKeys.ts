import { computeAddress, hexlify } from "ethers";
import type { Handle } from "pkcs11js";
import type { TokenSession } from "./TokenSessions.ts";

/** A secp256k1 key in a token. */
export interface TokenKey {
  /** Checksummed. */
  readonly account: string;
  readonly label: string;
  /** CKA_ID, which key and public key share. */
  readonly id: Buffer;
}

/** OID 1.3.132.0.10, secp256k1, in DER. */
const SECP256K1 = Buffer.from("06052b8104000a", "hex");
const POINT = /^(?:0441)?(04[0-9a-f]{128})$/;
const ID_BYTES = 16;

function find({ pkcs11, numbers, handle }: TokenSession, kind: "public" | "private", id?: Buffer) {
  const type = kind === "public" ? numbers.CKO_PUBLIC_KEY : numbers.CKO_PRIVATE_KEY;
  const named = id === undefined ? [] : [{ type: numbers.CKA_ID, value: id }];
  pkcs11.C_FindObjectsInit(handle, [
    { type: numbers.CKA_CLASS, value: type },
    { type: numbers.CKA_KEY_TYPE, value: numbers.CKK_EC },
    ...named,
  ]);
  const found: Handle[] = [];
  try {
    for (let one = pkcs11.C_FindObjects(handle); one; one = pkcs11.C_FindObjects(handle))
      found.push(one);
  } finally {
    pkcs11.C_FindObjectsFinal(handle);
  }
  return found;
}

function keyOf({ pkcs11, numbers, handle }: TokenSession, object: Handle): TokenKey | undefined {
  const asked = [numbers.CKA_EC_PARAMS, numbers.CKA_EC_POINT, numbers.CKA_ID, numbers.CKA_LABEL];
  const [curve, point, id, label] = pkcs11
    .C_GetAttributeValue(
      handle,
      object,
      asked.map((type) => ({ type })),
    )
    .map(({ value }) => value);
  if (!curve?.equals(SECP256K1) || point === undefined || id === undefined) return undefined;
  // The standard wraps the point into an OCTET STRING; some modules give it bare.
  const [, bare] = POINT.exec(point.toString("hex")) ?? [];
  if (bare === undefined) return undefined;
  return { account: computeAddress(`0x${bare}`), label: label?.toString("utf8") ?? "", id };
}

/** What is done with a token's secp256k1 keys, on a session that its user logged in to. */
export const tokenKeys = {
  list(session: TokenSession): TokenKey[] {
    return find(session, "public").flatMap((object) => keyOf(session, object) ?? []);
  },

  /** Handle of the private key that belongs to a public one; it is good for this session's generation. */
  privateHandle(session: TokenSession, { id }: TokenKey): Handle | undefined {
    return find(session, "private", id)[0];
  },

  /** The two numbers of an ECDSA signature over a digest of 32 bytes. */
  async sign({ pkcs11, numbers, handle }: TokenSession, key: Handle, digest: Buffer) {
    pkcs11.C_SignInit(handle, { mechanism: numbers.CKM_ECDSA }, key);
    const signed = await pkcs11.C_SignAsync(handle, digest, Buffer.alloc(64));
    const [r, s] = [signed.subarray(0, 32), signed.subarray(32, 64)];
    return { r: BigInt(hexlify(r)), s: BigInt(hexlify(s)) };
  },

  /** Makes a key that signs and never leaves the token, not even wrapped. */
  async generate(session: TokenSession, label: string): Promise<TokenKey> {
    const { pkcs11, numbers, handle } = session;
    const id = pkcs11.C_GenerateRandom(handle, Buffer.alloc(ID_BYTES));
    const both = [
      { type: numbers.CKA_TOKEN, value: true },
      { type: numbers.CKA_ID, value: id },
      { type: numbers.CKA_LABEL, value: label },
    ];
    const pair = await pkcs11.C_GenerateKeyPairAsync(
      handle,
      { mechanism: numbers.CKM_EC_KEY_PAIR_GEN },
      [
        ...both,
        { type: numbers.CKA_EC_PARAMS, value: SECP256K1 },
        { type: numbers.CKA_VERIFY, value: true },
      ],
      [
        ...both,
        { type: numbers.CKA_PRIVATE, value: true },
        { type: numbers.CKA_SENSITIVE, value: true },
        { type: numbers.CKA_EXTRACTABLE, value: false },
        { type: numbers.CKA_SIGN, value: true },
      ],
    );
    const key = keyOf(session, pair.publicKey);
    if (key === undefined) throw new Error("The token made a key of another curve.");
    return key;
  },

  destroy(session: TokenSession, { id }: TokenKey): void {
    for (const kind of ["private", "public"] as const) {
      for (const object of find(session, kind, id))
        session.pkcs11.C_DestroyObject(session.handle, object);
    }
  },
} as const;
