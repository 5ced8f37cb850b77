import type { TypedDataField } from "ethers";

const field = (type: string, name: string): TypedDataField => ({ type, name });
const signed = [field("uint256", "deadline"), field("uint32", "epoch")];

/** EIP-712 types of what custodians, counters and holders sign. */
export const warehouseTypes = {
  Count: [
    field("uint32", "lot"),
    field("uint32", "counter"),
    field("uint72", "quantity"),
    field("uint40", "takenAt"),
    field("uint8", "method"),
    field("bytes32", "evidence"),
    ...signed,
  ],
  PickUp: [
    field("uint256", "token"),
    field("uint72", "quantity"),
    field("uint72", "goods"),
    field("uint256", "hold"),
    field("bytes32", "gate"),
    field("uint256", "nonce"),
    ...signed,
  ],
  Cancellation: [
    field("uint256", "token"),
    field("uint72", "quantity"),
    field("bytes32", "document"),
    field("uint256", "nonce"),
    ...signed,
  ],
  Replacement: [
    field("uint256", "token"),
    field("uint72", "quantity"),
    field("uint256", "hold"),
    field("uint32", "newLot"),
    field("uint72", "newQuantity"),
    field("bytes32", "terms"),
    field("uint256", "nonce"),
    ...signed,
  ],
};
