import { ristretto255_FROST } from "@noble/curves/ed25519.js";
import { getBytes, hexlify, randomBytes } from "ethers";
import { TagError } from "../../errors/TagError.ts";
import { parseTagKeySet } from "./parseTagKeySet.ts";
import { parseTagShare } from "./parseTagShare.ts";
import type { Hex } from "./ristretto.ts";
import { seededRandom } from "./seededRandom.ts";
import type { DealtTagShare, TagCeremonyAnnouncement } from "./tagCeremony.ts";
import type { TagKeySet } from "./tagKeySet.ts";
import type { TagShare } from "./tagShare.ts";

const { DKG, Identifier, validateSecret } = ristretto255_FROST;

export type JoinTagCeremonyParameters = {
  /** The epoch of the new key. */
  readonly epoch: number;
  /** Which of the servers this participant is, from 1. */
  readonly index: number;
  /** At least 2. */
  readonly threshold: number;
  /** Addresses of all servers; server 1 is the first one. */
  readonly urls: readonly string[];
  /**
   * 32 secret random bytes from which the participant's part is made again, so that a ceremony may take longer than a
   * process lives. Random ones are used and forgotten without it.
   */
  readonly seed?: Uint8Array;
};

/** A participant's state. Its methods are called once each, in this order, with what all others said. */
export type TagCeremonyParticipant = {
  readonly announcement: TagCeremonyAnnouncement;
  deal(announcements: readonly TagCeremonyAnnouncement[]): readonly DealtTagShare[];
  finish(dealt: readonly DealtTagShare[]): { readonly keySet: TagKeySet; readonly share: TagShare };
};

type Round1 = Parameters<typeof DKG.round2>[1][number];

function refuse(sentence: string, server: number | undefined, cause?: unknown): never {
  const details = server === undefined ? {} : { server };
  throw new TagError("tag-ceremony-invalid", sentence, { details, cause });
}

function round1Of({ index, commitments, proofOfKnowledge }: TagCeremonyAnnouncement): Round1 {
  return {
    identifier: Identifier.fromNumber(index),
    commitment: commitments.map((hex) => getBytes(hex)),
    proofOfKnowledge: getBytes(proofOfKnowledge),
  };
}

/** Names the server whose share does not fit what it announced to everybody. */
function checkDealt(index: number, from: Round1, dealt: DealtTagShare, threshold: number): void {
  try {
    const secret = {
      identifier: Identifier.fromNumber(index),
      signingShare: getBytes(dealt.secret),
    };
    const signers = { min: threshold, max: Math.max(threshold, 2) };
    validateSecret(secret, { signers, commitments: from.commitment, verifyingShares: {} });
  } catch (cause) {
    refuse(`Server ${dealt.from} lies: its share does not fit its commitments.`, dealt.from, cause);
  }
}

/**
 * A server's part in making a new key that nobody ever knows: the distributed key generation of FROST over ristretto255,
 * from `@noble/curves`. Every server adds a part of its own; the key is their sum and is never computed.
 *
 * @throws TagError `tag-ceremony-invalid`, which names the server that lies where that can be told
 *
 * @example
 * import { joinTagCeremony } from "@tallystick/sdk";
 *
 * const urls = ["https://one.example", "https://two.example"];
 * const servers = [1, 2].map((index) => joinTagCeremony({ epoch: 1, index, threshold: 2, urls }));
 * const announcements = servers.map(({ announcement }) => announcement);
 * const dealt = servers.flatMap((server) => server.deal(announcements));
 * const [first, second] = servers.map((server) => server.finish(dealt).keySet.groupPublicKey);
 * first === second // => true
 */
export function joinTagCeremony(parameters: JoinTagCeremonyParameters): TagCeremonyParticipant {
  const { epoch, index, threshold, urls } = parameters;
  const isOneOf = (number: number, least: number): boolean =>
    Number.isInteger(number) && number >= least && number <= urls.length;
  if (!isOneOf(threshold, 2) || !isOneOf(index, 1)) {
    refuse(`Server ${index} of ${urls.length} can't share a key of ${threshold}.`, undefined);
  }
  const signers = { min: threshold, max: urls.length };
  const purpose = JSON.stringify(["Tallystick tag ceremony v1", epoch, index, threshold, urls]);
  const random = seededRandom(parameters.seed ?? randomBytes(32), purpose);
  const own = DKG.round1(Identifier.fromNumber(index), signers, undefined, random);
  let others: readonly Round1[] = [];
  return {
    announcement: {
      index,
      commitments: own.public.commitment.map((bytes) => hexlify(bytes) as Hex),
      proofOfKnowledge: hexlify(own.public.proofOfKnowledge) as Hex,
    },
    deal(announcements) {
      const heard = announcements.filter((each) => each.index !== index);
      try {
        others = heard.map(round1Of);
        const shares = DKG.round2(own.secret, [...others]);
        return heard.map(({ index: to }) => {
          const secret = shares[Identifier.fromNumber(to)]?.signingShare ?? new Uint8Array();
          return { from: index, to, secret: hexlify(secret) as Hex };
        });
      } catch (cause) {
        return refuse("A server's announcement is missing or proves nothing.", undefined, cause);
      }
    },
    finish(dealt) {
      const mine = dealt.filter(({ to }) => to === index);
      const parts = others.map((from) => {
        const share = mine.find((each) => Identifier.fromNumber(each.from) === from.identifier);
        if (share === undefined) return refuse("A server dealt no share.", undefined);
        checkDealt(index, from, share, threshold);
        return { identifier: from.identifier, signingShare: getBytes(share.secret) };
      });
      const { public: all, secret } = DKG.round3(own.secret, [...others], parts);
      DKG.clean(own.secret);
      const publicKeyOf = (server: number) =>
        hexlify(all.verifyingShares[Identifier.fromNumber(server)] ?? new Uint8Array()) as Hex;
      const keySet = parseTagKeySet({
        suite: "ristretto255-SHA512",
        epoch,
        threshold,
        groupPublicKey: hexlify(all.commitments[0] ?? new Uint8Array()),
        shares: urls.map((url, place) => ({
          index: place + 1,
          publicKey: publicKeyOf(place + 1),
          url,
        })),
      });
      const share = { epoch, index, publicKey: publicKeyOf(index) };
      return { keySet, share: parseTagShare({ ...share, secret: hexlify(secret.signingShare) }) };
    },
  };
}
