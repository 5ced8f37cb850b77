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

/** How many blocks have a signature of their own, how long the chain is, and how many blocks of it share a signature. */
export type ProofCounts = { readonly signed: number; readonly long: number; readonly each: number };

const usual: ProofCounts = { signed: 48, long: 1_024, each: 64 };
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
export function measureProofs(tell: (line: string) => void, counts = usual): ProofSpeeds {
  const chain = warpValidators.chainOf(counts.long + 1).slice(1);
  const bytes = chain.map((header) => headerRlp(header));
  const signed = chain.slice(0, counts.signed).map(signatureOf);
  const sparse = chain.filter(({ number }) => number % BigInt(counts.each) === 0n).map(signatureOf);
  const end = sparse.slice(-1);
  tell(`signed ${signed.length + sparse.length} blocks of ${counts.long}`);
  const few = bytes.slice(0, counts.signed);
  prove(few.slice(0, 4), signed.slice(0, 4));
  const each = () => few.reduce((sum, rlp, at) => sum + prove([rlp], signed.slice(at, at + 1)), 0);
  return {
    single: timed(counts.signed, each),
    batch: timed(counts.signed, () => prove(few, signed)),
    covered: timed(end.length, () => prove(bytes, end)),
    coveredBatch: timed(sparse.length, () => prove(bytes, sparse)),
  };
}
