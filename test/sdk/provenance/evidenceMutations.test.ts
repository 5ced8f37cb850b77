import { expect } from "chai";
import {
  type EvidenceBundle,
  type EvidenceTrust,
  evidenceText,
  exportEvidence,
} from "../../../sdk/provenance/index.ts";
import { evidenceScene } from "../../helpers/evidenceScene.ts";
import { evidenceVerdictOf } from "../../helpers/evidenceVerdictOf.ts";
import { faultCount } from "../../helpers/faultCount.ts";
import { faultSeed } from "../../helpers/faultSeed.ts";
import { lightenedEvidence } from "../../helpers/lightenedEvidence.ts";
import { mutatedEvidence } from "../../helpers/mutatedEvidence.ts";
import { sealedSource, sealersFrom } from "../../helpers/sealedSource.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";

const sealers = sealersFrom(1_000, 4);
const mutations = faultCount(120, 5_000);
const goods = faultCount(40, 10_000);

type Made = { readonly bundle: EvidenceBundle; readonly others: readonly EvidenceBundle[] };

function chosen(made: readonly Made[], run: number): Made {
  const its = made[run % made.length];
  if (its === undefined) throw new Error("No bundle was made.");
  return its;
}

/** Bundles of a free and of a pledged certificate, each beside a cousin's and an older one. */
async function makeBundles() {
  const scene = await evidenceScene();
  const { deployment, openings, thirdTier } = scene;
  const source = sealedSource(scene.source, () => sealers);
  const of = async (certificate: bigint, block?: number, documents = openings) =>
    (await exportEvidence(source, { deployment, certificate, block, documents })).bundle;
  const { third, cousin } = await thirdTier();
  const { token } = await scene.scene.lien.active();
  const stale = await of(third);
  const { third: unrelated } = await thirdTier();
  const free = await of(third);
  const pledged = await of(token, undefined, []);
  const made: Made[] = [
    { bundle: free, others: [stale, await of(cousin), await of(unrelated, undefined, [])] },
    { bundle: pledged, others: [free, await of(cousin)] },
  ];
  const { chainId, genesis, contracts } = free;
  const validators = sealers.map(({ address }) => address);
  const trust: EvidenceTrust = { kind: "qbft", chainId, genesis, contracts, validators };
  return { made, trust };
}

describe("evidence bundles by chance", function () {
  this.timeout(3_600_000);
  const seed = faultSeed();
  let ground: Awaited<ReturnType<typeof makeBundles>>;
  before(async () => {
    ground = await makeBundles();
  });

  it(`${mutations} mutated ones are refused, and none of them breaks the verifier`, () => {
    const { made, trust } = ground;
    const random = seededRandom(seed);
    const accepted: string[] = [];
    const codes = new Map<string, number>();
    for (let run = 0; run < mutations; run += 1) {
      const { bundle, others } = chosen(made, run);
      const { text, what } = mutatedEvidence(bundle, others, random);
      const verdict = evidenceVerdictOf(text, trust);
      if (typeof verdict === "string") codes.set(verdict, (codes.get(verdict) ?? 0) + 1);
      else accepted.push(what);
    }
    const counts = [...codes].map(([code, count]) => `${code} ${count}`).join(", ");
    console.error(
      `      seed ${seed}, mutated ${mutations}, accepted ${accepted.length}: ${counts}`,
    );
    expect(accepted).to.deep.equal([]);
  });

  it(`${goods} good ones are accepted, whatever of them is left out`, () => {
    const { made, trust } = ground;
    const random = seededRandom(seed);
    const refused: string[] = [];
    for (let run = 0; run < goods; run += 1) {
      const { bundle } = chosen(made, run);
      const text = evidenceText.write(lightenedEvidence(bundle, random));
      const verdict = evidenceVerdictOf(text, trust);
      if (typeof verdict === "string") refused.push(verdict);
    }
    console.error(`      seed ${seed}, good ${goods}, refused ${refused.length}`);
    expect(refused).to.deep.equal([]);
  });

  it("other validators than the trusted ones prove nothing", () => {
    const { made, trust } = ground;
    for (let run = 0; run < 10; run += 1) {
      const validators = sealersFrom(5_000 + run * 10, 4).map(({ address }) => address);
      for (const { bundle } of made) {
        const verdict = evidenceVerdictOf(evidenceText.write(bundle), {
          ...trust,
          validators,
        } as EvidenceTrust);
        expect(verdict).to.equal("qbft-hop-untrusted");
      }
    }
  });
});
