import { expect } from "chai";
import {
  blindTagSource,
  evaluateBlinded,
  generateTagKey,
  heldTagSource,
} from "../../../../sdk/index.ts";
import { subsetsOf } from "../../../helpers/subsetsOf.ts";

const urls = [1, 2, 3, 4, 5].map((index) => `http://127.0.0.1:${index}`);
const { keySet, shares } = generateTagKey({ epoch: 1, threshold: 3, urls });

describe("Tags of a process that holds enough shares", () => {
  it("are those that share servers make, whichever shares are held", async () => {
    const servers = shares.map((share) => ({
      index: share.index,
      evaluate: async ({ elements }: { readonly elements: readonly string[] }) =>
        evaluateBlinded(share, elements),
    }));
    const tag = await blindTagSource({ keySet, servers }).tagOf("invoice");
    const made = subsetsOf(shares, 3).map((held) =>
      heldTagSource({ keySet, shares: held }).tagOf("invoice"),
    );
    expect(new Set(await Promise.all(made))).to.deep.equal(new Set([tag]));
    expect(made).to.have.length(10);
  });

  it("are not made of too few shares, of one share twice, or of another key's", () => {
    const [one, two, three] = shares;
    if (one === undefined || two === undefined || three === undefined) throw new Error("no shares");
    const make = (held: typeof shares) => () => heldTagSource({ keySet, shares: held });
    expect(make([one, two])).to.throw("takes 3 different shares; 2 are held");
    expect(make([one, two, two])).to.throw("takes 3 different shares; 2 are held");
    const [foreign] = generateTagKey({ epoch: 1, threshold: 3, urls }).shares;
    if (foreign === undefined) throw new Error("no share");
    expect(make([foreign, two, three])).to.throw("Share 1 is not of the pinned key of epoch 1");
    expect(make([{ ...one, secret: two.secret }, two, three])).to.throw("Share 1 is not of");
    expect(make([{ ...one, secret: "0x00" }, two, three])).to.throw("Share 1 is not of");
    expect(make([{ ...one, epoch: 2 }, two, three])).to.throw("Share 1 is not of");
  });
});
