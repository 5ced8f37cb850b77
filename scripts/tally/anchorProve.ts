import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { createInterface } from "node:readline";
import { getBytes } from "ethers";
import type { AnchorDocument } from "../../sdk/anchors/anchorDocument.ts";
import { anchorManifest } from "../../sdk/anchors/anchorManifest.ts";
import { createFastKeccak } from "../../sdk/anchors/createFastKeccak.ts";
import { leafBytes } from "../../sdk/anchors/leafBytes.ts";
import { MerkleTree } from "../../sdk/anchors/MerkleTree.ts";
import { AnchorError } from "../../sdk/errors/AnchorError.ts";

function unfit(sentence: string): AnchorError {
  return new AnchorError("anchor-manifest-invalid", sentence);
}

/** The proof of one document of a manifest, to be given to who may check that document, with its salt. */
export async function anchorProve(file: string, name: string) {
  await access(file).catch((cause: unknown) => {
    throw new AnchorError("anchor-source-unreadable", `${file} can't be read.`, { cause });
  });
  const keccak = await createFastKeccak();
  const tree = new MerkleTree(keccak);
  let found: (AnchorDocument & { readonly place: number }) | undefined;
  let stated: { readonly root: string; readonly count: number } | undefined;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    if (stated !== undefined) throw unfit(`${file} goes on after its last line.`);
    const line = anchorManifest.read(text);
    if ("root" in line) stated = line;
    else {
      const { salt, digest } = line;
      if (line.name === name) found = { salt, digest, place: tree.count };
      tree.add(leafBytes(keccak, getBytes(salt), getBytes(digest)));
    }
  }
  if (stated === undefined) throw unfit(`${file} ends before its last line: it is not whole.`);
  if (tree.rootHex() !== stated.root || tree.count !== stated.count)
    throw unfit(`${file} has other documents than its root covers.`);
  if (found === undefined) throw unfit(`${file} has no document ${name}.`);
  const { place, ...document } = found;
  return { root: stated.root, name, ...document, proof: tree.proofFor(place) };
}
