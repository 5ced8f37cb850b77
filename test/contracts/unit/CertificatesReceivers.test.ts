import { expect } from "chai";
import { admissionOf } from "../../helpers/admissionOf.ts";
import { chain } from "../../helpers/chain.ts";
import { receiverFixture } from "../../helpers/receiverFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { roles } from "../../helpers/roles.ts";

const { loadFixture } = chain.networkHelpers;
const received = "0x009ce20b";

describe("A contract that receives certificates by ERC-3525", () => {
  it("is asked last, and takes them when it answers as receivers do", async () => {
    const { certificates, receiver, address, who, root, serial, sendTo, positionOf, member } =
      await loadFixture(receiverFixture);
    await sendTo(who.tierOne, root, address, 400n);
    expect(await receiver.getFunction("received")()).to.equal(serial(2n));
    expect((await positionOf(serial(2n))).owner).to.equal(member);
    expect(await certificates.ownerOf(serial(2n))).to.equal(address);
  });

  it("is refused when it gives another answer, and nothing has moved", async () => {
    const { certificates, receiver, address, who, root, serial, value, sendTo, positionOf } =
      await loadFixture(receiverFixture);
    await receiver.getFunction("behave")("0x12345678", `0x${"0".repeat(40)}`, "0x");
    await expect(sendTo(who.tierOne, root, address, 400n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenReceiverRefused")
      .withArgs(address, serial(2n));
    expect((await positionOf(root)).value).to.equal(value);
    expect((await certificates.slotInfo(root >> 32n)).serials).to.equal(1n);
  });

  it("is refused when it is no receiver, and still takes what native verbs pass", async () => {
    const { certificates, members, who, deployer, root, serial, trade, at, call, as, sendTo } =
      await loadFixture(receiverFixture);
    const plain = await chain.ethers.deployContract("SmartAccount", [deployer.address]);
    const address = await plain.getAddress();
    const admission = admissionOf("plain", address, roles.supplier);
    await members.connect(who.operator.account).admit(admission, ref);
    const member = await members.memberCount();
    const values = [who.tierOne.id, 1n << 39n, trade, ref];
    await plain.getFunction("execute")(at, call("setStandingAcceptance", values));
    await expect(sendTo(who.tierOne, root, address, 400n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenReceiverRefused")
      .withArgs(address, serial(2n));
    await as(who.tierOne).transfer(root, member, 400n, trade, ref);
    expect(await certificates.ownerOf(serial(2n))).to.equal(address);
  });

  it("is refused when it answers nothing, as any code that lets every call pass", async () => {
    const { certificates, who, root, serial, sendTo } = await loadFixture(receiverFixture);
    const { address } = who.tierTwo.account;
    // STOP: each call succeeds and answers no bytes.
    await chain.networkHelpers.setCode(address, "0x00");
    await expect(sendTo(who.tierOne, root, address, 400n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenReceiverRefused")
      .withArgs(address, serial(2n));
  });

  it("is not asked by native verbs", async () => {
    const { receiver, member, as, who, root, serial, trade, positionOf } =
      await loadFixture(receiverFixture);
    await receiver.getFunction("behave")("0x12345678", `0x${"0".repeat(40)}`, "0x");
    await as(who.tierOne).transfer(root, member, 400n, trade, ref);
    const passes = [{ to: member, value: 5n, tradeReference: trade }];
    await as(who.tierOne).transferBatch(root, passes, ref);
    expect((await positionOf(serial(3n))).owner).to.equal(member);
    expect(await receiver.getFunction("received")()).to.equal(0n);
  });

  it("is asked as well when value moves between its own siblings", async () => {
    const { certificates, receiver, member, as, who, root, serial, trade, asReceiver } =
      await loadFixture(receiverFixture);
    await as(who.tierOne).transfer(root, member, 400n, trade, ref);
    await asReceiver("split", [serial(2n), 100n, ref]);
    const move = "transferFrom(uint256,uint256,uint256)";
    await asReceiver(move, [serial(2n), serial(3n), 50n]);
    expect(await receiver.getFunction("received")()).to.equal(serial(3n));
    expect(await certificates["balanceOf(uint256)"](serial(3n))).to.equal(150n);
  });
});

describe("A contract that calls back while it receives", () => {
  it("finds everything as it will be, and can do what it could do anyway", async () => {
    const { certificates, receiver, address, at, call, who, root, serial, value, ...rest } =
      await loadFixture(receiverFixture);
    // Splitting what it is just being given: the position is stored already.
    const again = call("split", [serial(2n), 100n, ref]);
    await receiver.getFunction("behave")(received, at, again);
    await rest.sendTo(who.tierOne, root, address, 400n);
    expect(await receiver.getFunction("reentered")()).to.equal(true);
    const values = await Promise.all(
      [root, serial(2n), serial(3n)].map(async (token) => (await rest.positionOf(token)).value),
    );
    expect(values).to.deep.equal([value - 400n, 300n, 100n]);
    expect((await certificates.totalsOf(root >> 32n)).live).to.equal(value);
  });

  it("can move nothing of the sender's, spend no approval twice and pass on no more than it got", async () => {
    const setting = await loadFixture(receiverFixture);
    const { certificates, receiver, address, at, call, who, root, serial, value, as } = setting;
    await as(who.tierOne)["approve(uint256,address,uint256)"](root, address, 400n);
    const send = "transferFrom(uint256,address,uint256)";
    const attempts: readonly string[] = [
      call("split", [root, 100n, ref]),
      call("transfer", [root, who.tierTwo.id, 100n, ref, ref]),
      call("transferFrom(uint256,uint256,uint256)", [root, serial(2n), 100n]),
      call(send, [root, address, 1n]),
      call("split", [serial(2n), 401n, ref]),
      call("retire", [root, who.tierOne.id, 100n, ref]),
      call("deliverWhole", [root, 1n, 0n, 0n, ref]),
    ];
    for (const attempt of attempts) {
      await chain.networkHelpers.takeSnapshot().then(async (snapshot) => {
        await receiver.getFunction("behave")(received, at, attempt);
        // It takes by itself all that it was approved for.
        await setting.asReceiver(send, [root, address, 400n]);
        expect(await receiver.getFunction("reentered")(), attempt).to.equal(false);
        expect((await setting.positionOf(root)).value).to.equal(value - 400n);
        expect((await certificates.slotInfo(root >> 32n)).serials).to.equal(2n);
        expect(await certificates.allowance(root, address)).to.equal(0n);
        await snapshot.restore();
      });
    }
    expect((await certificates.totalsOf(root >> 32n)).live).to.equal(value);
  });
});
