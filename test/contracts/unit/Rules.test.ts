import { expect } from "chai";
import { firstRules } from "../../../scripts/deploy/firstRules.ts";
import { AuthorityFactory } from "../../../sdk/contracts/authorityFactory.ts";
import { RulesFactory } from "../../../sdk/contracts/rulesFactory.ts";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { compiledBytecodes } from "../../helpers/compiledBytecodes.ts";
import { currencies } from "../../helpers/currencies.ts";
import { day } from "../../helpers/days.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";
import { named } from "../../helpers/named.ts";
import { ref } from "../../helpers/ref.ts";
import { roles } from "../../helpers/roles.ts";

const { networkHelpers } = chain;
const { cny, usd, eur } = currencies;

/** Rules whose authority lets `governor` schedule at once, so that tests need not wait for a notice. */
async function ownRulesFixture() {
  const ledger = await ledgerFixture();
  const { deployer, stranger: governor, members } = ledger;
  const authority = await new AuthorityFactory(deployer).deploy(deployer);
  const { rules: bytecode } = await compiledBytecodes();
  const factory = new RulesFactory(RulesFactory.abi, bytecode, deployer);
  const rules = await factory.deploy(authority, members, 28_800n, firstRules);
  const { selector } = rules.schedule.fragment;
  await authority.setTargetFunctionRole(rules, [selector], 1n);
  await authority.grantRole(1n, governor, 0);
  return { ...ledger, rules: rules.connect(governor), authority };
}

describe("Rules", () => {
  it("start with version 1, in force at once, in an event", async () => {
    const { rules, deployment } = await networkHelpers.loadFixture(ledgerFixture);
    const { version, rules: current } = await rules.current();
    expect(version).to.equal(1n);
    expect(named(current)).to.deep.equal(firstRules);
    expect(await rules.versionCount()).to.equal(1n);
    expect(await rules.utcOffset()).to.equal(28_800n);
    const [event] = await rules.queryFilter(rules.filters.RulesScheduled(1n), deployment.block);
    expect(named(event?.args.rules)).to.deep.equal(firstRules);
    expect((await rules.versionOf(1n)).effectiveFrom).to.equal(event?.args.effectiveFrom);
  });

  describe("schedule", () => {
    it("appends a version that takes effect on its date", async () => {
      const { rules } = await networkHelpers.loadFixture(ownRulesFixture);
      const from = (await blockTime()) + day;
      const next = { ...firstRules, maxTier: 4n };
      await expect(rules.schedule(next, from, ref))
        .to.emit(rules, "RulesScheduled")
        .withArgs(2n, Object.values(next), from, ref);
      await networkHelpers.time.increaseTo(from - 1n);
      expect((await rules.current()).version).to.equal(1n);
      await networkHelpers.time.increaseTo(from);
      const { version, rules: current } = await rules.current();
      expect([version, current.maxTier]).to.deep.equal([2n, 4n]);
      expect((await rules.versionOf(1n)).rules.maxTier).to.equal(10n);
      expect((await rules.versionOf(2n)).effectiveFrom).to.equal(from);
    });

    it("may take effect in its own block", async () => {
      const { rules } = await networkHelpers.loadFixture(ownRulesFixture);
      const now = (await blockTime()) + 10n;
      await networkHelpers.time.setNextBlockTimestamp(now);
      await rules.schedule(firstRules, now, ref);
      expect((await rules.current()).version).to.equal(2n);
    });

    it("refuses a date that has passed or isn't after the last one", async () => {
      const { rules } = await networkHelpers.loadFixture(ownRulesFixture);
      const now = (await blockTime()) + 10n;
      await networkHelpers.time.setNextBlockTimestamp(now);
      await expect(rules.schedule(firstRules, now - 1n, ref))
        .to.be.revertedWithCustomError(rules, "RulesInPast")
        .withArgs(now - 1n, now);
      await rules.schedule(firstRules, now + day, ref);
      await expect(rules.schedule(firstRules, now + day, ref))
        .to.be.revertedWithCustomError(rules, "RulesNotAfterLast")
        .withArgs(now + day, now + day);
    });

    it("lets 8 versions wait and no more", async () => {
      const { rules } = await networkHelpers.loadFixture(ownRulesFixture);
      const now = await blockTime();
      for (let index = 1n; index <= 8n; index += 1n) {
        await rules.schedule(firstRules, now + index * day, ref);
      }
      await expect(rules.schedule(firstRules, now + 9n * day, ref))
        .to.be.revertedWithCustomError(rules, "RulesTooManyWaiting")
        .withArgs(8n);
      expect((await rules.current()).version).to.equal(1n);
      await networkHelpers.time.increase(day);
      await expect(rules.schedule(firstRules, now + 9n * day, ref)).to.emit(
        rules,
        "RulesScheduled",
      );
      expect((await rules.current()).version).to.equal(2n);
    });

    it("refuses a soft tenor above the hard one, and caps of zero", async () => {
      const { rules } = await networkHelpers.loadFixture(ownRulesFixture);
      const from = (await blockTime()) + day;
      await expect(rules.schedule({ ...firstRules, softTenorDays: 366n }, from, ref))
        .to.be.revertedWithCustomError(rules, "RulesSoftAboveHard")
        .withArgs(366n, 365n);
      for (const zero of [
        { softTenorDays: 0n, hardTenorDays: 0n },
        { maxTier: 0n },
        { maxSplits: 0n },
        { minLot: 0n },
      ]) {
        await expect(
          rules.schedule({ ...firstRules, ...zero }, from, ref),
        ).to.be.revertedWithCustomError(rules, "RulesZeroCap");
      }
    });

    it("is a verb of governance, with notice, and not of operators", async () => {
      const { rules, who, governance } = await networkHelpers.loadFixture(ledgerFixture);
      const from = (await blockTime()) + 30n * day;
      const { account } = who.operator;
      await expect(rules.connect(account).schedule(firstRules, from, ref))
        .to.be.revertedWithCustomError(rules, "AccessManagedUnauthorized")
        .withArgs(account.address);
      const { authority } = await networkHelpers.loadFixture(ledgerFixture);
      const own = rules.connect(governance);
      await expect(own.schedule(firstRules, from, ref)).to.be.revertedWithCustomError(
        authority,
        "AccessManagerNotScheduled",
      );
      const data = rules.interface.encodeFunctionData("schedule", [firstRules, from, ref]);
      await authority.connect(governance).schedule(rules, data, 0n);
      await networkHelpers.time.increase(7n * day);
      await expect(own.schedule(firstRules, from, ref)).to.emit(rules, "RulesScheduled");
    });
  });

  it("answer only for versions that exist", async () => {
    const { rules } = await networkHelpers.loadFixture(ledgerFixture);
    for (const version of [0n, 2n]) {
      await expect(rules.versionOf(version))
        .to.be.revertedWithCustomError(rules, "RulesUnknownVersion")
        .withArgs(version, 1n);
    }
  });

  describe("setCeiling", () => {
    it("lets an operator set an obligor's ceiling per currency", async () => {
      const { rules, who } = await networkHelpers.loadFixture(ledgerFixture);
      await expect(
        rules.connect(who.operator.account).setCeiling(who.obligor.id, usd, 500_000_00n, ref),
      )
        .to.emit(rules, "CeilingSet")
        .withArgs(who.obligor.id, usd, 500_000_00n, who.operator.id, ref);
      expect(await rules.ceilingOf(who.obligor.id, usd)).to.equal(500_000_00n);
      expect(await rules.ceilingOf(who.obligor.id, eur)).to.equal(0n);
    });

    it("refuses other callers and members that aren't obligors", async () => {
      const { rules, members, who, stranger } = await networkHelpers.loadFixture(ledgerFixture);
      await expect(rules.connect(stranger).setCeiling(who.obligor.id, cny, 1n, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      await expect(rules.connect(who.obligor.account).setCeiling(who.obligor.id, cny, 1n, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.obligor.id, roles.obligor, roles.operator);
      const operator = rules.connect(who.operator.account);
      await expect(operator.setCeiling(who.tierOne.id, cny, 1n, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.tierOne.id, roles.supplier, roles.obligor);
      await expect(operator.setCeiling(99n, cny, 1n, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(99n);
    });
  });
});
