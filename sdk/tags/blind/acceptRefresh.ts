import { TagError } from "../../errors/TagError.ts";
import { combineElements } from "./combineElements.ts";
import { parseTagKeySet } from "./parseTagKeySet.ts";
import { parseTagShare } from "./parseTagShare.ts";
import { type GroupElement, ristretto } from "./ristretto.ts";
import type { TagKeySet } from "./tagKeySet.ts";
import type { NextTagServers, TagRefreshContribution } from "./tagRefresh.ts";
import type { TagShare } from "./tagShare.ts";

const { Fn, Point } = ristretto;

export type AcceptRefreshParameters = {
  /** The key set before. */
  readonly keySet: TagKeySet;
  readonly next: NextTagServers;
  /** Which of the next servers accepts. */
  readonly index: number;
  /** Of at least the old threshold's number of holders, and the same ones for every server. */
  readonly contributions: readonly TagRefreshContribution[];
};

type Checked = {
  readonly from: number;
  readonly commitments: readonly GroupElement[];
  readonly secret: bigint;
};

function refuse(sentence: string, server?: number): never {
  const details = server === undefined ? {} : { server };
  throw new TagError("tag-ceremony-invalid", sentence, { details });
}

/** The committed polynomial at an index, in the exponent (Feldman). */
function committedAt(commitments: readonly GroupElement[], index: number): GroupElement {
  return commitments.reduceRight(
    (sum, each) => sum.multiplyUnsafe(BigInt(index)).add(each),
    Point.ZERO,
  );
}

function check(parameters: AcceptRefreshParameters, from: TagRefreshContribution): Checked {
  const { keySet, next, index } = parameters;
  const holder = keySet.shares.find((share) => share.index === from.from);
  if (holder === undefined)
    return refuse(`Server ${from.from} holds no share of this key.`, from.from);
  const lies = (what: string) => refuse(`Server ${from.from} lies: ${what}.`, from.from);
  const commitments = from.commitments.map((hex) => ristretto.element(hex));
  if (commitments.length !== next.threshold || !commitments.every((each) => each !== undefined)) {
    return lies(`it does not commit to ${next.threshold} coefficients`);
  }
  if (from.commitments[0]?.toLowerCase() !== holder.publicKey) {
    return lies("its commitments do not begin at its share");
  }
  const dealt = from.dealt.find(({ to }) => to === index);
  const secret = ristretto.scalar(dealt?.secret ?? "");
  if (secret === undefined) return lies(`it dealt no share to server ${index}`);
  if (!Point.BASE.multiply(secret).equals(committedAt(commitments, index))) {
    return lies("the share that it dealt does not fit its commitments");
  }
  return { from: from.from, commitments, secret };
}

/** Lagrange's coefficient of one holder at index 0, as a scalar. */
function weightOf(own: number, holders: readonly number[]): bigint {
  return holders
    .filter((other) => other !== own)
    .reduce((product, other) => {
      const fraction = Fn.div(Fn.create(BigInt(other)), Fn.create(BigInt(other - own)));
      return Fn.mul(product, fraction);
    }, 1n);
}

/**
 * Ends a share refresh at one of the next servers: checks every contribution against the old key set, and gives the new
 * share and key set. Old shares don't combine with new ones: they lie on different polynomials.
 *
 * @throws TagError `tag-ceremony-invalid`, which names the holder that lies; `tag-key-set-invalid`
 *
 * @example
 * import { acceptRefresh, contributeToRefresh, generateTagKey } from "@tallystick/sdk";
 *
 * const urls = ["https://one.example", "https://two.example", "https://three.example"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * const more = [...urls, "https://four.example"];
 * const next = { threshold: 3, servers: more.map((url, place) => ({ index: place + 1, url })) };
 * const contributions = shares.map((share) => contributeToRefresh(share, next));
 * acceptRefresh({ keySet, next, index: 4, contributions }).keySet.threshold // => 3
 */
export function acceptRefresh(parameters: AcceptRefreshParameters): {
  readonly keySet: TagKeySet;
  readonly share: TagShare;
} {
  const { keySet, next, index, contributions } = parameters;
  const { epoch, threshold, suite, groupPublicKey } = keySet;
  const holders = [...new Set(contributions.map(({ from }) => from))];
  if (holders.length !== contributions.length) refuse("A holder contributed twice.");
  if (holders.length < threshold) {
    refuse(`A refresh takes ${threshold} holders of the key; ${holders.length} contributed.`);
  }
  const checked = contributions.map((each) => check(parameters, each));
  const publicKeyAt = (at: number): GroupElement => {
    const elements = checked.map(({ from, commitments }) => ({
      index: from,
      element: committedAt(commitments, at),
    }));
    const { sum, denominator } = combineElements(elements);
    return sum.multiplyUnsafe(Fn.inv(Fn.create(denominator)));
  };
  const secret = checked.reduce(
    (sum, each) => Fn.add(sum, Fn.mul(weightOf(each.from, holders), each.secret)),
    0n,
  );
  const shares = next.servers.map(({ index: at, url }) => {
    return { index: at, publicKey: ristretto.elementHex(publicKeyAt(at)), url };
  });
  const fresh = { suite, epoch, threshold: next.threshold, groupPublicKey, shares };
  const publicKey = shares.find((share) => share.index === index)?.publicKey;
  return {
    keySet: parseTagKeySet(fresh),
    share: parseTagShare({ epoch, index, publicKey, secret: ristretto.scalarHex(secret) }),
  };
}
