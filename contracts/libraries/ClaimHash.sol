// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../interfaces/IClaims.sol";

/// @title ClaimHash
/// @notice EIP-712 struct hashes of what claims present, as signed messages contain them.
library ClaimHash {
    bytes internal constant USE_TYPE = "Use(bytes32 tag,uint72 exists,uint72 amount)";
    bytes internal constant EARLIER_TYPE = "EarlierTags(uint32 epoch,bytes32[] tags)";
    bytes internal constant RANGE_TYPE = "BillRange(uint32 epoch,bytes32 tag,uint72 from,uint72 to)";

    bytes32 private constant USE_TYPEHASH = keccak256(USE_TYPE);
    bytes32 private constant EARLIER_TYPEHASH = keccak256(EARLIER_TYPE);
    bytes32 private constant RANGE_TYPEHASH = keccak256(RANGE_TYPE);

    /// @notice Hash of an array of uses.
    /// @param uses What is used.
    function ofUses(IClaims.Use[] calldata uses) internal pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](uses.length);
        for (uint256 i = 0; i < uses.length; i++) {
            hashes[i] = keccak256(abi.encode(USE_TYPEHASH, uses[i].tag, uses[i].exists, uses[i].amount));
        }
        return keccak256(abi.encodePacked(hashes));
    }

    /// @notice Hash of an array of tags under earlier key epochs.
    /// @param earlier The tags, by epoch.
    function ofEarlier(IClaims.EarlierTags[] calldata earlier) internal pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](earlier.length);
        for (uint256 i = 0; i < earlier.length; i++) {
            bytes32 tags = keccak256(abi.encodePacked(earlier[i].tags));
            hashes[i] = keccak256(abi.encode(EARLIER_TYPEHASH, earlier[i].epoch, tags));
        }
        return keccak256(abi.encodePacked(hashes));
    }

    /// @notice Hash of a bill's range.
    /// @param range Which part of which bill.
    function ofRange(IClaims.BillRange calldata range) internal pure returns (bytes32) {
        return keccak256(abi.encode(RANGE_TYPEHASH, range));
    }
}
