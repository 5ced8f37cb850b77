import {
  avalancheHeaders,
  type BlockHeader,
  type Hex,
  headerFromRlp,
  headerRlp,
  type WarpSignature,
  warpProof,
} from "../../../sdk/index.ts";
import { warpValidators } from "../../../test/helpers/warpValidators.ts";

/** What one way came to. */
export type ProofSpeed = {
  readonly blocks: number;
  readonly signatures: number;
  readonly blocksPerSecond: number;
};

/** All ways, on one core. */
export type ProofSpeeds = {
  /** One verification after the other, each of one block: the floor. */
  readonly single: ProofSpeed;
  /** A signature for every block, all of them checked together. */
  readonly batch: ProofSpeed;
  /** One signature for the last block. */
  readonly covered: ProofSpeed;
  /** One signature for every 64 blocks. */
  readonly coveredBatch: ProofSpeed;
};

const SIGNED = 48;
const LONG = 1_024;
const EACH = 64;
const five = warpValidators.validators(5);
const trust = warpValidators.trust(five);

const signatureOf = (header: BlockHeader): WarpSignature => ({
  block: header.number,
  signedMessage: warpValidators.signBlock(header, five.slice(0, 4), five),
});

/** Proves blocks from their bytes on, as a reader does. */
function prove(bytes: readonly Hex[], signatures: readonly WarpSignature[]): number {
  const headers = bytes.map((rlp) => headerFromRlp(rlp, avalancheHeaders));
  return warpProof.verify(headers, trust, { signatures }).blocks.length;
}

function timed(signatures: number, work: () => number): ProofSpeed {
  const started = performance.now();
  const blocks = work();
  const seconds = (performance.now() - started) / 1_000;
  return { blocks, signatures, blocksPerSecond: Math.round((blocks / seconds) * 10) / 10 };
}

/** Measures each way once, after a round that warms the code up. Making the blocks and their signatures is not measured. */
export function measureProofs(tell: (line: string) => void): ProofSpeeds {
  const chain = warpValidators.chainOf(LONG + 1).slice(1);
  const bytes = chain.map((header) => headerRlp(header));
  const signed = chain.slice(0, SIGNED).map(signatureOf);
  const sparse = chain.filter(({ number }) => number % BigInt(EACH) === 0n).map(signatureOf);
  const end = sparse.slice(-1);
  tell(`signed ${signed.length + sparse.length} blocks of ${LONG}`);
  const few = bytes.slice(0, SIGNED);
  prove(few.slice(0, 4), signed.slice(0, 4));
  const each = () => few.reduce((sum, rlp, at) => sum + prove([rlp], signed.slice(at, at + 1)), 0);
  return {
    single: timed(SIGNED, each),
    batch: timed(SIGNED, () => prove(few, signed)),
    covered: timed(end.length, () => prove(bytes, end)),
    coveredBatch: timed(sparse.length, () => prove(bytes, sparse)),
  };
}
