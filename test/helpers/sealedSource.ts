import { computeAddress, getBytes, hexlify, SigningKey } from "ethers";
import { type Hex, headerFieldAt, headerFromRpc } from "../../sdk/chain/index.ts";
import { hashWithExtraData } from "../../sdk/consensus/qbft/hashWithExtraData.ts";
import { qbftBlockHash } from "../../sdk/consensus/qbft/qbftBlockHash.ts";
import type { QbftExtraData } from "../../sdk/consensus/qbft/qbftExtraData.ts";
import { writeQbftExtraData } from "../../sdk/consensus/qbft/writeQbftExtraData.ts";
import type { EvidenceSource } from "../../sdk/provenance/evidenceSource.ts";

const mixHash = "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";
const vanity = `0x${"00".repeat(32)}`;

/** An account that seals. */
export type Sealer = { readonly key: SigningKey; readonly address: string };

/** Sealers whose keys follow from a number; in ascending order, as headers list them. */
export function sealersFrom(first: number, count: number): readonly Sealer[] {
  return Array.from({ length: count }, (_, index) => {
    const key = new SigningKey(`0x${(first + index).toString(16).padStart(64, "0")}`);
    return { key, address: computeAddress(key).toLowerCase() };
  }).sort((a, b) => (a.address < b.address ? -1 : 1));
}

function sealOf(fields: readonly Hex[], extraData: QbftExtraData, { key }: Sealer): Hex {
  const { r, s, yParity } = key.sign(hashWithExtraData(fields, extraData));
  return hexlify(new Uint8Array([...getBytes(r), ...getBytes(s), yParity]));
}

type Json = Record<string, unknown> & { readonly number: string };

/**
 * A node whose blocks were sealed by QBFT validators, made of one without seals: the same state under other headers.
 *
 * @param sealersOf who is a validator of a block
 */
export function sealedSource(
  source: EvidenceSource,
  sealersOf: (block: number) => readonly Sealer[],
): EvidenceSource {
  const sealed = new Map<number, Json>();
  const read = async (tag: unknown): Promise<Json> =>
    (await source.request({ method: "eth_getBlockByNumber", params: [tag, false] })) as Json;
  async function seal(block: number): Promise<Json> {
    const known = sealed.get(block);
    if (known !== undefined) return known;
    const json = await read(`0x${block.toString(16)}`);
    const validators = sealersOf(block);
    const [proposer] = validators;
    const bare: QbftExtraData = {
      vanity,
      validators: validators.map(({ address }) => address),
      round: 0,
      seals: [],
    };
    const fields = headerFromRpc(json)
      .fields.with(headerFieldAt.difficulty, "0x01")
      .with(headerFieldAt.mixHash, mixHash)
      .with(headerFieldAt.miner, proposer?.address ?? "")
      .with(headerFieldAt.extraData, writeQbftExtraData(bare));
    const parent = block === 0 ? undefined : String((await seal(block - 1))["hash"]);
    const chained = parent === undefined ? fields : fields.with(headerFieldAt.parentHash, parent);
    const seals = block === 0 ? [] : validators.map((each) => sealOf(chained, bare, each));
    const extraData = writeQbftExtraData({ ...bare, seals });
    const whole = chained.with(headerFieldAt.extraData, extraData);
    const its = { difficulty: "0x1", mixHash, miner: proposer?.address, extraData };
    const hashes = { parentHash: parent ?? json["parentHash"], hash: qbftBlockHash(whole) };
    const made = { ...json, ...its, ...hashes };
    sealed.set(block, made);
    return made;
  }
  return {
    async request(call) {
      if (call.method !== "eth_getBlockByNumber") return source.request(call);
      const { number } = await read(call.params[0]);
      return seal(Number(number));
    },
  };
}
