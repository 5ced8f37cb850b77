import { ristretto255_FROST } from "@noble/curves/ed25519.js";
import { TagError } from "../../errors/TagError.ts";
import { ristretto } from "./ristretto.ts";
import type { NextTagServers, TagRefreshContribution } from "./tagRefresh.ts";
import type { TagShare } from "./tagShare.ts";

const { Fn, Point } = ristretto;

function evaluate(coefficients: readonly bigint[], at: number): bigint {
  return coefficients.reduceRight(
    (sum, each) => Fn.add(Fn.mul(sum, Fn.create(BigInt(at))), each),
    0n,
  );
}

/**
 * A holder's part in a share refresh: it shares its own share anew among the next servers. As many holders as the old
 * threshold must take part; the key stays the same and so do all tags.
 *
 * @throws TagError `tag-ceremony-invalid`, `tag-share-invalid`
 *
 * @example
 * import { acceptRefresh, contributeToRefresh, generateTagKey } from "@tallystick/sdk";
 *
 * const urls = ["https://one.example", "https://two.example", "https://three.example"];
 * const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 2, urls });
 * const next = { threshold: 2, servers: urls.map((url, place) => ({ index: place + 1, url })) };
 * const contributions = shares.slice(1).map((share) => contributeToRefresh(share, next));
 * const fresh = acceptRefresh({ keySet, next, index: 1, contributions });
 * fresh.keySet.groupPublicKey === keySet.groupPublicKey // => true
 * fresh.share.secret === shares[0].secret // => false
 */
export function contributeToRefresh(share: TagShare, next: NextTagServers): TagRefreshContribution {
  const { threshold, servers } = next;
  const own = ristretto.scalar(share.secret);
  if (own === undefined)
    throw new TagError("tag-share-invalid", "This is not a share of a tag key.");
  if (!Number.isInteger(threshold) || threshold < 2 || threshold > servers.length) {
    const sentence = `A key can't be shared among ${servers.length} servers with a threshold of ${threshold}.`;
    throw new TagError("tag-ceremony-invalid", sentence);
  }
  const random = () => Fn.fromBytes(ristretto255_FROST.utils.randomScalar());
  const coefficients = [own, ...Array.from({ length: threshold - 1 }, random)];
  const contribution = {
    from: share.index,
    commitments: coefficients.map((each) => ristretto.elementHex(Point.BASE.multiply(each))),
    dealt: servers.map(({ index: to }) => ({
      from: share.index,
      to,
      secret: ristretto.scalarHex(evaluate(coefficients, to)),
    })),
  };
  // JavaScript's numbers can't be erased; the list at least forgets them.
  coefficients.fill(0n);
  return contribution;
}
