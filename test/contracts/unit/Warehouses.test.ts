import { expect } from "chai";
import { id } from "ethers";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { named } from "../../helpers/named.ts";
import { ref } from "../../helpers/ref.ts";
import { roles, suspensions } from "../../helpers/roles.ts";
import {
  criteria,
  field,
  kilograms,
  none,
  warehouseFixture,
} from "../../helpers/warehouseFixture.ts";

const { loadFixture, time } = chain.networkHelpers;
const day = 86_400n;

describe("A custodian's admission", () => {
  it("states evidence of each criterion until a time", async () => {
    const { warehouses, who } = await loadFixture(warehouseFixture);
    const until = (await blockTime()) + day;
    const operator = warehouses.connect(who.operator.account);
    await expect(operator.admitCustodian(who.custodian.id, criteria, until, ref))
      .to.emit(warehouses, "CustodianAdmitted")
      .withArgs(who.custodian.id, Object.values(criteria), until, who.operator.id, ref);
    expect(named(await warehouses.admissionOf(who.custodian.id))).to.deep.equal({
      until,
      ownersChanged: false,
    });
  });

  it("needs every criterion, a time ahead, a custodian, and another member's word", async () => {
    const { warehouses, members, who, until } = await loadFixture(warehouseFixture);
    const operator = warehouses.connect(who.operator.account);
    for (const missing of Object.keys(criteria)) {
      const stated = { ...criteria, [missing]: none };
      await expect(operator.admitCustodian(who.custodian.id, stated, until, ref))
        .to.be.revertedWithCustomError(warehouses, "WarehousesNoEvidence")
        .withArgs(who.custodian.id);
    }
    const now = (await blockTime()) + 10n;
    await time.setNextBlockTimestamp(now);
    await expect(operator.admitCustodian(who.custodian.id, criteria, now, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesUntilPassed")
      .withArgs(now, now);
    await expect(operator.admitCustodian(who.trader.id, criteria, until, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.trader.id, roles.supplier, roles.custodian);
    const both = roles.operator | roles.custodian;
    await members.connect(who.operator.account).setRoles(who.operator.id, both, none, ref);
    await expect(operator.admitCustodian(who.operator.id, criteria, until, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesActsOnItself")
      .withArgs(who.operator.id);
  });

  it("is an operator's alone", async () => {
    const { warehouses, members, who, until } = await loadFixture(warehouseFixture);
    for (const { id: member, account } of [who.registrar, who.custodian])
      await expect(
        warehouses.connect(account).admitCustodian(who.custodian.id, criteria, until, ref),
      )
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(member, (await members.memberOf(member)).roles, roles.operator);
  });

  it("ends for new business when owners change, until the custodian is admitted again", async () => {
    const { warehouses, who, keeper, lotTerms, until } = await loadFixture(warehouseFixture);
    const registrar = warehouses.connect(who.registrar.account);
    await expect(registrar.recordOwnershipChange(who.custodian.id, id("register"), ref))
      .to.emit(warehouses, "OwnershipChanged")
      .withArgs(who.custodian.id, id("register"), who.registrar.id, ref);
    await expect(keeper.openLot(lotTerms("heat 3"), ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotAdmitted")
      .withArgs(who.custodian.id, until, true);
    const operator = warehouses.connect(who.operator.account);
    await operator.admitCustodian(who.custodian.id, criteria, until, ref);
    await keeper.openLot(lotTerms("heat 3"), ref);
  });

  it("changes owners by evidence alone, of a custodian that was admitted", async () => {
    const { warehouses, members, who } = await loadFixture(warehouseFixture);
    const operator = warehouses.connect(who.operator.account);
    const change = (by: typeof warehouses, member: bigint, evidence = id("register")) =>
      by.recordOwnershipChange(member, evidence, ref);
    await expect(change(operator, who.custodian.id, none))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNoEvidence")
      .withArgs(who.custodian.id);
    await expect(change(operator, who.trader.id))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotAdmitted")
      .withArgs(who.trader.id, 0n, false);
    await expect(change(operator, who.operator.id))
      .to.be.revertedWithCustomError(warehouses, "WarehousesActsOnItself")
      .withArgs(who.operator.id);
    await expect(change(warehouses.connect(who.counter.account), who.custodian.id))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.counter.id, roles.auditor, roles.operator | roles.registrar);
  });
});

describe("A location", () => {
  it("has one custodian, a capacity and a unit", async () => {
    const { warehouses, who, keeper } = await loadFixture(warehouseFixture);
    const tank = keeper.registerLocation(id("tank 7"), 500n, kilograms, ref);
    await expect(tank)
      .to.emit(warehouses, "LocationRegistered")
      .withArgs(2n, who.custodian.id, id("tank 7"), 500n, kilograms, ref)
      .and.to.emit(warehouses, "ControlLimitsSet")
      .withArgs(2n, day, 3n * day, ref);
    expect(await warehouses.locationAt(id("tank 7"))).to.equal(2n);
    expect(named(await warehouses.locationOf(2n))).to.deep.equal({
      custodian: who.custodian.id,
      capacity: 500n,
      unit: kilograms,
      freshFor: day,
      freezeAfter: 3n * day,
      counter: 0n,
      measured: 0n,
      over: false,
      place: id("tank 7"),
    });
  });

  it("is registered once, whoever asks: one place, one custodian", async () => {
    const { warehouses, who, keeper } = await loadFixture(warehouseFixture);
    const other = warehouses.connect(who.otherCustodian.account);
    for (const custodian of [other, keeper])
      await expect(custodian.registerLocation(id("hall 1"), 5n, kilograms, ref))
        .to.be.revertedWithCustomError(warehouses, "WarehousesPlaceTaken")
        .withArgs(id("hall 1"), 1n, who.custodian.id);
  });

  it("needs a place, a capacity, a unit", async () => {
    const { warehouses, keeper } = await loadFixture(warehouseFixture);
    const empty: [string, bigint, string, string][] = [
      [none, 1n, kilograms, "place"],
      [id("hall 2"), 0n, kilograms, "capacity"],
      [id("hall 2"), 1n, "0x000000", "unit"],
    ];
    for (const [place, capacity, unit, name] of empty)
      await expect(keeper.registerLocation(place, capacity, unit, ref))
        .to.be.revertedWithCustomError(warehouses, "WarehousesEmpty")
        .withArgs(field(name));
  });

  it("needs a custodian that is admitted, current, and not suspended", async () => {
    const { warehouses, members, who, keeper, until } = await loadFixture(warehouseFixture);
    const register = (by: typeof warehouses) =>
      by.registerLocation(id("hall 2"), 1n, kilograms, ref);
    await expect(register(warehouses.connect(who.trader.account)))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.trader.id, roles.supplier, roles.custodian);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.custodian.id, suspensions.contract, id("why"), ref);
    await expect(register(keeper))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.custodian.id, suspensions.contract);
    await operator.setSuspensions(who.custodian.id, 0n, none, ref);
    await time.setNextBlockTimestamp(until + 1n);
    await expect(register(keeper))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotAdmitted")
      .withArgs(who.custodian.id, until, false);
  });

  it("is unknown until it is registered", async () => {
    const { warehouses } = await loadFixture(warehouseFixture);
    await expect(warehouses.locationOf(2n))
      .to.be.revertedWithCustomError(warehouses, "WarehousesUnknownLocation")
      .withArgs(2n);
  });

  it("has limits for the age of evidence, which an operator sets", async () => {
    const { warehouses, members, who, keeper } = await loadFixture(warehouseFixture);
    const operator = warehouses.connect(who.operator.account);
    await expect(operator.setControlLimits(1n, 3_600n, 3_600n, ref))
      .to.emit(warehouses, "ControlLimitsSet")
      .withArgs(1n, 3_600n, 3_600n, ref);
    for (const [fresh, freeze] of [[0n, 1n] as const, [2n, 1n] as const])
      await expect(operator.setControlLimits(1n, fresh, freeze, ref))
        .to.be.revertedWithCustomError(warehouses, "WarehousesControlLimits")
        .withArgs(fresh, freeze);
    await expect(operator.setControlLimits(2n, 1n, 1n, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesUnknownLocation")
      .withArgs(2n);
    await expect(keeper.setControlLimits(1n, 1n, 1n, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.custodian.id, roles.custodian, roles.operator);
  });

  it("has a counter beside its custodian, whom a creditor appointed", async () => {
    const { warehouses, members, who, keeper } = await loadFixture(warehouseFixture);
    const operator = warehouses.connect(who.operator.account);
    const { counter, financier, custodian } = who;
    const appoint = (by: typeof warehouses, who_: bigint, appointer: bigint, location = 1n) =>
      by.appointCounter(location, who_, appointer, id("letter"), ref);
    await expect(appoint(operator, counter.id, financier.id))
      .to.emit(warehouses, "CounterAppointed")
      .withArgs(1n, counter.id, financier.id, id("letter"), ref);
    expect((await warehouses.locationOf(1n)).counter).to.equal(counter.id);
    await appoint(operator, 0n, financier.id);
    expect((await warehouses.locationOf(1n)).counter).to.equal(0n);
    for (const [counts, appoints] of [
      [custodian.id, financier.id] as const,
      [counter.id, custodian.id] as const,
    ])
      await expect(appoint(operator, counts, appoints))
        .to.be.revertedWithCustomError(warehouses, "WarehousesActsOnItself")
        .withArgs(custodian.id);
    await expect(appoint(operator, counter.id, financier.id, 9n))
      .to.be.revertedWithCustomError(warehouses, "WarehousesUnknownLocation")
      .withArgs(9n);
    await expect(appoint(keeper, counter.id, financier.id))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(custodian.id, roles.custodian, roles.operator);
  });
});

describe("A lot", () => {
  it("is goods at one place under one mark", async () => {
    const { warehouses, keeper, lotTerms, storageUntil } = await loadFixture(warehouseFixture);
    const terms = lotTerms("heat 3");
    const goodsKey = await warehouses.goodsKeyOf(id("hall 1"), terms.mark);
    await expect(keeper.openLot(terms, ref))
      .to.emit(warehouses, "LotOpened")
      .withArgs(3n, goodsKey, Object.values(terms), ref);
    expect(await warehouses.lotOfGoods(goodsKey)).to.equal(3n);
    expect(named(await warehouses.lotOf(3n))).to.include({
      location: 1n,
      measured: 0n,
      live: 0n,
      lossBasisPoints: 50n,
      soundAt: 0n,
      short: false,
      storageUntil,
      minLot: 10n,
      goods: terms.goods,
    });
  });

  it("is opened once, at a known location, by its admitted custodian", async () => {
    const { warehouses, members, who, keeper, lotTerms } = await loadFixture(warehouseFixture);
    const goodsKey = await warehouses.goodsKeyOf(id("hall 1"), id("heat 1"));
    await expect(keeper.openLot(lotTerms("heat 1"), ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesLotTaken")
      .withArgs(goodsKey, 1n);
    await expect(keeper.openLot(lotTerms("heat 1", 2n), ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesUnknownLocation")
      .withArgs(2n);
    const other = warehouses.connect(who.otherCustodian.account);
    await expect(other.openLot(lotTerms("heat 3"), ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotCustodian")
      .withArgs(1n, who.otherCustodian.id, who.custodian.id);
    await expect(warehouses.connect(who.depositor.account).openLot(lotTerms("heat 3"), ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.depositor.id, roles.supplier, roles.custodian);
  });

  it("says its mark, its goods, its smallest part, a natural loss and a day ahead", async () => {
    const { warehouses, keeper, lotTerms } = await loadFixture(warehouseFixture);
    const terms = lotTerms("heat 3");
    for (const [name, value] of [
      ["mark", none],
      ["goods", none],
      ["minLot", 0n],
    ] as const)
      await expect(keeper.openLot({ ...terms, [name]: value }, ref))
        .to.be.revertedWithCustomError(warehouses, "WarehousesEmpty")
        .withArgs(field(name));
    await expect(keeper.openLot({ ...terms, lossBasisPoints: 501n }, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesLossStandard")
      .withArgs(501n, 500n);
    const today = await civilDay.today();
    await expect(keeper.openLot({ ...terms, storageUntil: today - 1n }, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesDayPassed")
      .withArgs(today - 1n, today);
    await keeper.openLot({ ...terms, lossBasisPoints: 500n, storageUntil: today }, ref);
  });

  it("is unknown until it is opened", async () => {
    const { warehouses } = await loadFixture(warehouseFixture);
    for (const ask of [warehouses.lotOf, warehouses.controlOf, warehouses.requireUsable])
      await expect(ask(3n))
        .to.be.revertedWithCustomError(warehouses, "WarehousesUnknownLot")
        .withArgs(3n);
  });
});

describe("Stock", () => {
  it("is put under receipts and let out by ledger contracts alone", async () => {
    const { warehouses, keeper, who, stranger } = await loadFixture(warehouseFixture);
    const callers = [
      [keeper, who.custodian.account.address],
      [warehouses.connect(stranger), stranger.address],
    ] as const;
    for (const [caller, address] of callers)
      for (const send of [
        () => caller.putUnderReceipt(1n, who.custodian.id, 1n, ref),
        () => caller.letOut(1n, who.custodian.id, 1n, 1n, ref),
        () => caller.takeFromReceipt(1n, who.custodian.id, 1n, ref),
      ])
        await expect(send())
          .to.be.revertedWithCustomError(warehouses, "AccessManagedUnauthorized")
          .withArgs(address);
  });
});
