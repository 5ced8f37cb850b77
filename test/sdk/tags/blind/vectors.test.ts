import { readFileSync } from "node:fs";
import {
  DLEQProof,
  Evaluation,
  EvaluationRequest,
  FinalizeData,
  Oprf,
  VOPRFClient,
  VOPRFServer,
} from "@cloudflare/voprf-ts";
import { CryptoNoble } from "@cloudflare/voprf-ts/crypto-noble";
import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { expect } from "chai";
import { getBytes, hexlify, toUtf8Bytes } from "ethers";
import {
  blindIdentities,
  blindTag,
  combineEvaluations,
  evaluateBlinded,
  generateTagKey,
  type TagShare,
} from "../../../../sdk/index.ts";
import { finalizeTags } from "../../../../sdk/tags/blind/finalizeTags.ts";
import { provesEqualLogarithm } from "../../../../sdk/tags/blind/provesEqualLogarithm.ts";
import { type GroupElement, type Hex, ristretto } from "../../../../sdk/tags/blind/ristretto.ts";
import { wholeTagKey } from "../../../helpers/wholeTagKey.ts";

type Vectors = Readonly<Record<"seed" | "keyInfo" | "skSm" | "pkSm", string>> & {
  readonly vectors: readonly (Readonly<
    Record<"input" | "blind" | "blindedElement" | "evaluationElement" | "output", string[]>
  > &
    Readonly<Record<"proof" | "proofRandomScalar", string>>)[];
};

const rfc: Vectors = JSON.parse(
  readFileSync("test/fixtures/rfc9497-ristretto255-voprf.json", "utf8"),
);
const hex = (text: string): Hex => `0x${text}`;
const bytes = (text: string): Uint8Array => getBytes(hex(text));
const element = (text: string): GroupElement => {
  const found = ristretto.element(text);
  if (found === undefined) throw new Error(`${text} is no element`);
  return found;
};
const share: TagShare = { epoch: 1, index: 1, publicKey: hex(rfc.pkSm), secret: hex(rfc.skSm) };

/** A source of randomness that makes the library choose this scalar. */
function choosing(scalar: string): () => Uint8Array {
  const wide = new Uint8Array(48);
  wide.set(ristretto.Fn.toBytes(ristretto.Fn.fromBytes(bytes(scalar)) - 1n));
  return () => wide;
}

describe("blind tags against RFC 9497, Appendix A.1.2", () => {
  it("the key pair is derived as there", () => {
    const { voprf } = ristretto255_oprf;
    const { secretKey, publicKey } = voprf.deriveKeyPair(bytes(rfc.seed), bytes(rfc.keyInfo));
    expect([hexlify(secretKey), hexlify(publicKey)]).to.deep.equal([hex(rfc.skSm), hex(rfc.pkSm)]);
  });

  for (const [place, vector] of rfc.vectors.entries()) {
    const blindedElements = vector.blindedElement.map(hex);
    const evaluationElements = vector.evaluationElement.map(hex);
    const proof = {
      challenge: ristretto.Fn.fromBytes(bytes(vector.proof).subarray(0, 32)),
      response: ristretto.Fn.fromBytes(bytes(vector.proof).subarray(32)),
    };

    it(`vector ${place + 1}: the client blinds as there`, () => {
      const blinded = vector.input.map((input, at) =>
        hexlify(
          ristretto255_oprf.voprf.blind(bytes(input), choosing(vector.blind[at] ?? "")).blinded,
        ),
      );
      expect(blinded).to.deep.equal(blindedElements);
    });

    it(`vector ${place + 1}: a share server evaluates as there, and its proof is the same`, () => {
      expect(evaluateBlinded(share, blindedElements).elements).to.deep.equal(evaluationElements);
      const { proof: made } = ristretto255_oprf.voprf.blindEvaluateBatch(
        bytes(rfc.skSm),
        bytes(rfc.pkSm),
        vector.blindedElement.map(bytes),
        choosing(vector.proofRandomScalar),
      );
      expect(hexlify(made)).to.equal(hex(vector.proof));
    });

    it(`vector ${place + 1}: the proof is accepted, and no other key's`, () => {
      const before = blindedElements.map(element);
      const after = evaluationElements.map(element);
      const key = element(share.publicKey);
      expect(provesEqualLogarithm(key, before, after, proof)).to.equal(true);
      expect(provesEqualLogarithm(key.double(), before, after, proof)).to.equal(false);
      expect(provesEqualLogarithm(key, after, before, proof)).to.equal(false);
      expect(provesEqualLogarithm(key, before, after.slice(1), proof)).to.equal(false);
    });

    it(`vector ${place + 1}: the tag is the RFC's output, bound to the epoch`, () => {
      const secrets = vector.input.map((input, at) => ({
        input: bytes(input),
        blind: bytes(vector.blind[at] ?? ""),
      }));
      const evaluation = {
        ...share,
        elements: evaluationElements,
        proof: hex(vector.proof),
      };
      const tags = finalizeTags(7, { elements: blindedElements, secrets }, [evaluation]);
      expect(tags).to.deep.equal(vector.output.map((output) => blindTag(7, bytes(output))));
    });
  }
});

describe("blind tags against another implementation of RFC 9497", () => {
  const suite = Oprf.Suite.RISTRETTO255_SHA512;
  const group = Oprf.getGroup(suite, CryptoNoble);
  const identities = ['["invoice","local:A","1",""]', '["invoice","local:乙","№ 2",""]', ""];
  const inputs = identities.map((identity) => toUtf8Bytes(identity));
  const urls = ["http://one.test", "http://two.test", "http://three.test"];
  const { keySet, shares } = generateTagKey({ epoch: 3, threshold: 2, urls });
  const [first = share, second = share] = shares;

  it("its server's evaluation under the whole key gives the same tags", async () => {
    const server = new VOPRFServer(suite, wholeTagKey([first, second]), CryptoNoble);
    const expected = await Promise.all(inputs.map((input) => server.evaluate(input)));
    const blinded = blindIdentities(identities);
    const answers = [first, second].map((each) => evaluateBlinded(each, blinded.elements));
    expect(combineEvaluations(keySet, blinded, answers)).to.deep.equal(
      expected.map((output) => blindTag(3, output)),
    );
  });

  it("its client accepts what our share server answers", async () => {
    const client = new VOPRFClient(suite, getBytes(first.publicKey), CryptoNoble);
    const [finalizeData, request] = await client.blind(inputs);
    const { elements, proof } = evaluateBlinded(
      first,
      request.blinded.map((each) => hexlify(each.serialize())),
    );
    const evaluated = elements.map((each) => group.eltDes.deserialize(getBytes(each)));
    const theirs = DLEQProof.deserialize(group.id, getBytes(proof), CryptoNoble);
    const evaluation = new Evaluation(Oprf.Mode.VOPRF, evaluated, theirs);
    const outputs = await client.finalize(finalizeData, evaluation);
    const server = new VOPRFServer(suite, getBytes(first.secret), CryptoNoble);
    const expected = await Promise.all(inputs.map((input) => server.evaluate(input)));
    expect(outputs.map((each) => hexlify(each))).to.deep.equal(
      expected.map((each) => hexlify(each)),
    );
    const other = new VOPRFClient(suite, getBytes(second.publicKey), CryptoNoble);
    const data = new FinalizeData(inputs, finalizeData.blinds, request);
    const refused = await other.finalize(data, evaluation).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Error);
  });

  it("our client accepts what its server answers", async () => {
    const server = new VOPRFServer(suite, getBytes(first.secret), CryptoNoble);
    const blinded = blindIdentities(identities);
    const request = new EvaluationRequest(
      blinded.elements.map((each) => group.eltDes.deserialize(getBytes(each))),
    );
    const { evaluated, proof } = await server.blindEvaluate(request);
    if (proof === undefined) throw new Error("it gave no proof");
    const answer = {
      ...first,
      elements: evaluated.map((each) => hexlify(each.serialize()) as Hex),
      proof: hexlify(proof.serialize()) as Hex,
    };
    const own = evaluateBlinded(second, blinded.elements);
    expect(combineEvaluations(keySet, blinded, [answer, own])).to.deep.equal(
      combineEvaluations(keySet, blinded, [evaluateBlinded(first, blinded.elements), own]),
    );
  });
});
