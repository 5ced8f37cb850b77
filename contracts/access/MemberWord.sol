// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What each transfer asks about a member, packed in one storage word, from the lowest bit:
/// roles 16 | suspensions 16 | epoch 32 | overdue 16 | size 8 | generation 8 | primary account 160.
type MemberWord is uint256;

using MemberWordLib for MemberWord global;

/// @title MemberWordLib
/// @notice Reads and replaces the fields of a packed member.
/// @dev Every field has the width of its type, so none spills into the next one.
library MemberWordLib {
    uint256 private constant SUSPENSIONS_SHIFT = 16;
    uint256 private constant EPOCH_SHIFT = 32;
    uint256 private constant OVERDUE_SHIFT = 64;
    uint256 private constant SIZE_SHIFT = 80;
    uint256 private constant GENERATION_SHIFT = 88;
    uint256 private constant PRIMARY_SHIFT = 96;

    /// @notice A member as it is admitted: in its first epoch, not suspended.
    function create(uint16 roles_, uint8 size_, address primary_) internal pure returns (MemberWord) {
        return
            MemberWord.wrap(
                uint256(roles_) |
                    (1 << EPOCH_SHIFT) |
                    (uint256(size_) << SIZE_SHIFT) |
                    (uint256(uint160(primary_)) << PRIMARY_SHIFT)
            );
    }

    function roles(MemberWord w) internal pure returns (uint16) {
        return uint16(MemberWord.unwrap(w));
    }

    function suspensions(MemberWord w) internal pure returns (uint16) {
        return uint16(MemberWord.unwrap(w) >> SUSPENSIONS_SHIFT);
    }

    /// @notice From 1, so that 0 tells a member that was never admitted.
    function epoch(MemberWord w) internal pure returns (uint32) {
        return uint32(MemberWord.unwrap(w) >> EPOCH_SHIFT);
    }

    function overdue(MemberWord w) internal pure returns (uint16) {
        return uint16(MemberWord.unwrap(w) >> OVERDUE_SHIFT);
    }

    function size(MemberWord w) internal pure returns (uint8) {
        return uint8(MemberWord.unwrap(w) >> SIZE_SHIFT);
    }

    /// @notice How often the member was recovered. An account of an earlier generation has ended.
    function generation(MemberWord w) internal pure returns (uint8) {
        return uint8(MemberWord.unwrap(w) >> GENERATION_SHIFT);
    }

    function primary(MemberWord w) internal pure returns (address) {
        return address(uint160(MemberWord.unwrap(w) >> PRIMARY_SHIFT));
    }

    function withRoles(MemberWord w, uint16 roles_) internal pure returns (MemberWord) {
        return _replaced(w, 0, type(uint16).max, roles_);
    }

    function withSuspensions(MemberWord w, uint16 suspensions_) internal pure returns (MemberWord) {
        return _replaced(w, SUSPENSIONS_SHIFT, type(uint16).max, suspensions_);
    }

    function withEpoch(MemberWord w, uint32 epoch_) internal pure returns (MemberWord) {
        return _replaced(w, EPOCH_SHIFT, type(uint32).max, epoch_);
    }

    function withOverdue(MemberWord w, uint16 overdue_) internal pure returns (MemberWord) {
        return _replaced(w, OVERDUE_SHIFT, type(uint16).max, overdue_);
    }

    function withSize(MemberWord w, uint8 size_) internal pure returns (MemberWord) {
        return _replaced(w, SIZE_SHIFT, type(uint8).max, size_);
    }

    function withGeneration(MemberWord w, uint8 generation_) internal pure returns (MemberWord) {
        return _replaced(w, GENERATION_SHIFT, type(uint8).max, generation_);
    }

    function withPrimary(MemberWord w, address primary_) internal pure returns (MemberWord) {
        return _replaced(w, PRIMARY_SHIFT, type(uint160).max, uint160(primary_));
    }

    function _replaced(MemberWord w, uint256 shift, uint256 mask, uint256 field) private pure returns (MemberWord) {
        return MemberWord.wrap((MemberWord.unwrap(w) & ~(mask << shift)) | (field << shift));
    }
}
