import { TagError } from "@tallystick/sdk";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import type { Database } from "../../../gateway/database/database.ts";
import { billTags } from "../../../gateway/features/retirement/billTags.ts";
import { createTagSources } from "../../../gateway/tags/createTagSources.ts";
import { strayErrors } from "../../helpers/strayErrors.ts";
import { silentLogger } from "../helpers/silentLogger.ts";
import { testDatabase } from "../helpers/testDatabase.ts";

describe("Tags of a bill", function () {
  this.timeout(60_000);
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  it("are refused once when no key of the ledger's epochs is pinned here, and the process lives on", async () => {
    await database.query(
      `INSERT INTO projected.key_epochs (registry, current_epoch, earlier_epochs, public_key)
       VALUES ('claims', 3, '[1, 2]'::jsonb, $1)`,
      [ZeroHash],
    );
    const tags = { keySets: [], shares: [], peers: [] };
    const services = { database, tags, tagSources: createTagSources(tags, silentLogger) };
    let refusal: unknown;
    const stray = await strayErrors(async () => {
      refusal = await billTags(services, "B 900").catch((error: unknown) => error);
    });
    expect(refusal).to.be.instanceOf(TagError).and.to.have.property("code", "tag-server-unknown");
    expect(stray).to.deep.equal([]);
  });
});
