import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { MembersFactory } from "../../../sdk/contracts/membersFactory.ts";
import { admissionOf } from "../../helpers/admissionOf.ts";
import { chain } from "../../helpers/chain.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";
import { named } from "../../helpers/named.ts";
import { ref } from "../../helpers/ref.ts";
import { roles, sizes, suspensions } from "../../helpers/roles.ts";
import { settlerOf } from "../../helpers/settlerOf.ts";

const { networkHelpers } = chain;

describe("Members, as operators keep it", () => {
  describe("at deployment", () => {
    it("admits the first operator as member 1, in an event like any other", async () => {
      const { members, who, deployment } = await networkHelpers.loadFixture(ledgerFixture);
      const { account } = who.operator;
      const its = admissionOf("operator", account.address, roles.operator, sizes.large);
      const [event] = await members.queryFilter(
        members.filters.MemberAdmitted(1n),
        deployment.block,
      );
      expect(event?.args.by).to.equal(0n);
      expect(named(event?.args.admission)).to.deep.equal(its);
      expect(await members.idOf(account)).to.equal(1n);
    });

    it("needs an operator as the first member", async () => {
      const { authority, stranger, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const factory = new MembersFactory(stranger);
      await expect(factory.deploy(authority, admissionOf("first", fresh, roles.supplier)))
        .to.be.revertedWithCustomError(factory, "MembersMissingRole")
        .withArgs(1n, roles.supplier, roles.operator);
    });

    it("can't name a guardian for the first member, since there is nobody yet", async () => {
      const { authority, stranger, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const factory = new MembersFactory(stranger);
      const first = { ...admissionOf("first", fresh, roles.operator), guardian: 1n };
      await expect(factory.deploy(authority, first))
        .to.be.revertedWithCustomError(factory, "MembersUnknownMember")
        .withArgs(1n);
    });
  });

  describe("admit", () => {
    it("gives the next id and keeps all that was stated", async () => {
      const { members, who, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const next = (await members.memberCount()) + 1n;
      const admission = {
        ...admissionOf("newcomer", fresh.address, roles.financier, sizes.medium),
        guardian: who.guardian.id,
      };
      await expect(members.connect(who.operator.account).admit(admission, ref))
        .to.emit(members, "MemberAdmitted")
        .withArgs(next, Object.values(admission), who.operator.id, ref);
      expect(await members.memberCount()).to.equal(next);
      expect(named(await members.memberOf(next))).to.deep.equal({
        roles: roles.financier,
        suspensions: 0n,
        epoch: 1n,
        guardian: who.guardian.id,
        overdue: 0n,
        size: sizes.medium,
        primary: fresh.address,
        identityDigest: admission.identityDigest,
        settlementAccountDigest: admission.settlementAccountDigest,
        licenceDigest: admission.licenceDigest,
      });
      expect(await members.idOf(fresh)).to.equal(next);
      expect(await members.primaryOf(next)).to.equal(fresh.address);
      expect(await members.memberOfIdentity(admission.identityDigest)).to.equal(next);
      expect(await members.settlementAccountOf(next)).to.equal(admission.settlementAccountDigest);
    });

    it("is an operator's verb", async () => {
      const { members, who, stranger, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const admission = admissionOf("newcomer", fresh, roles.supplier);
      await expect(members.connect(stranger).admit(admission, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      await expect(members.connect(who.obligor.account).admit(admission, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.obligor.id, roles.obligor, roles.operator);
    });

    it("refuses an operator that is suspended, but not one that is overdue", async () => {
      const { members, who, fresh, ...ledger } = await networkHelpers.loadFixture(ledgerFixture);
      const operator = members.connect(who.operator.account);
      const second = admissionOf("second operator", fresh, roles.operator);
      await operator.admit(second, ref);
      const id2 = await members.memberCount();
      await operator.setSuspensions(id2, suspensions.contract, ZeroHash, ref);
      const newcomer = admissionOf("newcomer", ledger.stranger, roles.supplier);
      await expect(members.connect(fresh).admit(newcomer, ref))
        .to.be.revertedWithCustomError(members, "MembersSuspended")
        .withArgs(id2, suspensions.contract);
      await operator.setSuspensions(id2, 0n, ZeroHash, ref);
      await members.connect(await settlerOf(ledger.deployment)).raiseOverdue(id2, ref);
      await expect(members.connect(fresh).admit(newcomer, ref)).to.emit(members, "MemberAdmitted");
    });

    it("refuses a legal identity twice, and none at all", async () => {
      const { members, who, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const operator = members.connect(who.operator.account);
      const again = admissionOf("obligor", fresh, roles.supplier);
      await expect(operator.admit(again, ref))
        .to.be.revertedWithCustomError(members, "MembersIdentityTaken")
        .withArgs(again.identityDigest, who.obligor.id);
      await expect(
        operator.admit({ ...again, identityDigest: ZeroHash }, ref),
      ).to.be.revertedWithCustomError(members, "MembersIdentityMissing");
    });

    it("refuses the account of another member, and none at all", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const operator = members.connect(who.operator.account);
      const taken = who.tierOne.account.address;
      await expect(operator.admit(admissionOf("newcomer", taken, roles.supplier), ref))
        .to.be.revertedWithCustomError(members, "MembersAccountTaken")
        .withArgs(taken, who.tierOne.id);
      await expect(
        operator.admit(admissionOf("newcomer", ZeroAddress, roles.supplier), ref),
      ).to.be.revertedWithCustomError(members, "MembersZeroAccount");
    });

    it("refuses a guardian that isn't a member, the newcomer included", async () => {
      const { members, who, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const next = (await members.memberCount()) + 1n;
      const admission = { ...admissionOf("newcomer", fresh, roles.supplier), guardian: next };
      await expect(members.connect(who.operator.account).admit(admission, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(next);
    });

    it("refuses bits that name no role", async () => {
      const { members, who, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const unknown = roles.supplier | (1n << 12n);
      await expect(
        members.connect(who.operator.account).admit(admissionOf("newcomer", fresh, unknown), ref),
      )
        .to.be.revertedWithCustomError(members, "MembersUnknownRoles")
        .withArgs(unknown, roles.all);
    });

    it("refuses financiers and settlement banks without a licence", async () => {
      const { members, who, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const next = (await members.memberCount()) + 1n;
      for (const its of [roles.financier, roles.settlementBank | roles.supplier]) {
        const admission = { ...admissionOf("newcomer", fresh, its), licenceDigest: ZeroHash };
        await expect(members.connect(who.operator.account).admit(admission, ref))
          .to.be.revertedWithCustomError(members, "MembersLicenceMissing")
          .withArgs(next, its);
      }
    });
  });

  describe("setRoles", () => {
    it("replaces roles and licence", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const both = roles.supplier | roles.financier;
      const licence = id("a licence");
      const { tierOne, operator } = who;
      await expect(members.connect(operator.account).setRoles(tierOne.id, both, licence, ref))
        .to.emit(members, "RolesSet")
        .withArgs(tierOne.id, both, licence, operator.id, ref);
      expect((await members.memberOf(tierOne.id)).licenceDigest).to.equal(licence);
      expect(await members.hasRole(tierOne.id, roles.financier)).to.equal(true);
      expect(await members.hasRole(tierOne.id, roles.obligor)).to.equal(false);
    });

    it("is an operator's verb, on a member, with known roles and a licence where one is needed", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const { id: member, account } = who.tierOne;
      const operator = members.connect(who.operator.account);
      await expect(members.connect(account).setRoles(member, roles.all, ref, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(member, roles.supplier, roles.operator);
      await expect(operator.setRoles(99n, roles.supplier, ZeroHash, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(99n);
      await expect(operator.setRoles(member, 1n << 15n, ZeroHash, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownRoles")
        .withArgs(1n << 15n, roles.all);
      await expect(operator.setRoles(member, roles.financier, ZeroHash, ref))
        .to.be.revertedWithCustomError(members, "MembersLicenceMissing")
        .withArgs(member, roles.financier);
    });

    it("leaves an operator its own office, so that one always stays", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const operator = members.connect(who.operator.account);
      await expect(operator.setRoles(who.operator.id, roles.supplier, ZeroHash, ref))
        .to.be.revertedWithCustomError(members, "MembersActsOnItself")
        .withArgs(who.operator.id);
      await operator.setRoles(who.operator.id, roles.operator | roles.auditor, ZeroHash, ref);
      expect(await members.hasRole(who.operator.id, roles.auditor)).to.equal(true);
    });
  });

  describe("setSize", () => {
    it("attests another size, as an operator's verb, of a member", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const operator = members.connect(who.operator.account);
      const { id: member, account } = who.tierOne;
      await expect(operator.setSize(member, sizes.large, ref))
        .to.emit(members, "SizeSet")
        .withArgs(member, sizes.large, who.operator.id, ref);
      expect(await members.sizeOf(member)).to.equal(sizes.large);
      await expect(members.connect(account).setSize(member, sizes.micro, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(member, roles.supplier, roles.operator);
      await expect(operator.setSize(99n, sizes.micro, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(99n);
    });
  });

  describe("setSuspensions", () => {
    it("replaces the operators' bits and leaves the ledger's own", async () => {
      const { members, who, deployment } = await networkHelpers.loadFixture(ledgerFixture);
      const operator = members.connect(who.operator.account);
      const member = who.obligor.id;
      await members.connect(await settlerOf(deployment)).raiseOverdue(member, ref);
      const reason = id("a court's letter");
      await expect(
        operator.setSuspensions(member, suspensions.sanctions | suspensions.licence, reason, ref),
      )
        .to.emit(members, "SuspensionsSet")
        .withArgs(
          member,
          suspensions.sanctions | suspensions.licence | suspensions.overdue,
          reason,
          who.operator.id,
          ref,
        );
      await operator.setSuspensions(member, 0n, reason, ref);
      expect((await members.memberOf(member)).suspensions).to.equal(suspensions.overdue);
    });

    it("is an operator's verb, on another member, for the operators' bits", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const { id: member, account } = who.tierOne;
      const operator = members.connect(who.operator.account);
      await expect(members.connect(account).setSuspensions(member, 0n, ref, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(member, roles.supplier, roles.operator);
      await expect(operator.setSuspensions(99n, 0n, ref, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(99n);
      for (const bit of [suspensions.overdue, suspensions.recovery, 1n << 6n]) {
        await expect(operator.setSuspensions(member, bit, ref, ref))
          .to.be.revertedWithCustomError(members, "MembersSuspensionNotOperators")
          .withArgs(bit, suspensions.byOperator);
      }
      await expect(operator.setSuspensions(who.operator.id, suspensions.contract, ref, ref))
        .to.be.revertedWithCustomError(members, "MembersActsOnItself")
        .withArgs(who.operator.id);
    });
  });

  describe("raiseOverdue and clearOverdue", () => {
    it("count, and keep the overdue bit while the count is above 0", async () => {
      const { members, who, deployment } = await networkHelpers.loadFixture(ledgerFixture);
      const settler = members.connect(await settlerOf(deployment));
      const member = who.obligor.id;
      const overdue = async () => {
        const { overdue: count, suspensions: bits } = await members.memberOf(member);
        return [count, bits];
      };
      await expect(settler.raiseOverdue(member, ref))
        .to.emit(members, "OverdueCounted")
        .withArgs(member, 1n, ref);
      await settler.raiseOverdue(member, ref);
      await settler.clearOverdue(member, ref);
      expect(await overdue()).to.deep.equal([1n, suspensions.overdue]);
      await expect(settler.clearOverdue(member, ref))
        .to.emit(members, "OverdueCounted")
        .withArgs(member, 0n, ref);
      expect(await overdue()).to.deep.equal([0n, 0n]);
      await expect(settler.clearOverdue(member, ref))
        .to.be.revertedWithCustomError(members, "MembersNotOverdue")
        .withArgs(member);
    });

    it("are the ledger's verbs, on a member", async () => {
      const { members, who, deployment } = await networkHelpers.loadFixture(ledgerFixture);
      const operator = who.operator.account;
      for (const verb of ["raiseOverdue", "clearOverdue"] as const) {
        await expect(members.connect(operator)[verb](who.obligor.id, ref))
          .to.be.revertedWithCustomError(members, "AccessManagedUnauthorized")
          .withArgs(operator.address);
        const settler = members.connect(await settlerOf(deployment));
        await expect(settler[verb](99n, ref))
          .to.be.revertedWithCustomError(members, "MembersUnknownMember")
          .withArgs(99n);
      }
    });
  });
});
