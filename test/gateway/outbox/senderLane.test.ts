import { expect } from "chai";
import { SenderLane } from "../../../gateway/outbox/senderLane.ts";
import type { StoredTransaction } from "../../../gateway/outbox/storedTransaction.ts";
import { pause } from "../helpers/pause.ts";

const transaction: StoredTransaction = {
  hash: "0x01",
  memberId: 1,
  route: "POST /v1/notes",
  idempotencyKey: "one",
  step: 0,
  sender: "0x02",
  nonce: 5,
  recipient: "0x03",
  raw: "0x04",
  relayed: false,
  state: "signed",
  blockNumber: undefined,
};

describe("A signer's lane", () => {
  it("asks the chain for its turn, and no more once it is stopped, whatever it is told then", async () => {
    const sent: string[] = [];
    let asked = 0;
    const lane = new SenderLane({
      limit: 1,
      send: ({ hash }) => void sent.push(hash),
      countUsed: async () => {
        asked += 1;
        return 0;
      },
    });
    lane.used(0);
    lane.add(transaction);
    await pause(150);
    expect(asked).to.equal(1);
    lane.stop();
    lane.used(0);
    await pause(600);
    expect(asked).to.equal(1);
    lane.used(5);
    expect(sent).to.deep.equal([]);
  });
});
