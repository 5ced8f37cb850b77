// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../interfaces/IClaims.sol";

/// @title KeyEpochs
/// @notice Which keys tags are made with, and which earlier ones still have unreleased claims.
abstract contract KeyEpochs is IClaims {
    /// @dev One word, which every claim writes: epoch 32 | unreleased claims 64 | earlier epochs with claims 8 |
    /// 152 unused.
    struct Current {
        uint32 epoch;
        uint64 unreleased;
        uint8 earlier;
    }

    /// @dev Tags of so many epochs are presented at most, besides the current one's.
    uint256 private constant MAX_EARLIER = 16;

    Current private _current;
    /// @dev Ascending.
    uint32[] private _earlier;
    mapping(uint32 epoch => uint64) private _unreleasedBefore;
    mapping(uint32 epoch => bytes32) private _keys;

    constructor(bytes32 firstKey) {
        if (firstKey != 0) _openEpoch(firstKey, 0);
    }

    /// @inheritdoc IClaims
    function epoch() public view returns (uint32) {
        return _current.epoch;
    }

    /// @inheritdoc IClaims
    function earlierEpochs() external view returns (uint32[] memory) {
        return _earlier;
    }

    /// @inheritdoc IClaims
    function epochOf(uint32 epoch_) external view returns (uint64 unreleased, bytes32 publicKey) {
        unreleased = epoch_ == _current.epoch ? _current.unreleased : _unreleasedBefore[epoch_];
        return (unreleased, _keys[epoch_]);
    }

    // --- internal

    function _openEpoch(bytes32 publicKey, bytes32 ref) internal returns (uint32 epoch_) {
        Current memory old = _current;
        epoch_ = old.epoch + 1;
        require(publicKey != 0, ClaimsKeyMissing(epoch_));
        if (old.unreleased != 0) {
            require(old.earlier < MAX_EARLIER, ClaimsTooManyEpochs(old.earlier, MAX_EARLIER));
            old.earlier++;
            _earlier.push(old.epoch);
            _unreleasedBefore[old.epoch] = old.unreleased;
        }
        _current = Current(epoch_, 0, old.earlier);
        _keys[epoch_] = publicKey;
        emit EpochOpened(epoch_, publicKey, _earlier, ref);
    }

    /// @dev That the epoch is the current one, and that tags of each earlier one with claims are there. Tags of others
    /// may be there too, since the last claim under an epoch may be released after terms were signed.
    /// @return open How many earlier epochs have claims.
    function _requireEpochs(
        uint32 epoch_,
        EarlierTags[] calldata earlier,
        uint256 things
    ) internal view returns (uint256 open) {
        Current memory current = _current;
        require(epoch_ == current.epoch, ClaimsWrongEpoch(epoch_, current.epoch));
        open = current.earlier;
        for (uint256 i = 0; i < earlier.length; i++) {
            uint256 count = earlier[i].tags.length;
            require(count == things, ClaimsTagCount(earlier[i].epoch, count, things));
        }
        uint256 next = 0;
        for (uint256 i = 0; i < open; i++) {
            uint32 needed = _earlier[i];
            while (next < earlier.length && earlier[next].epoch < needed) next++;
            require(next < earlier.length && earlier[next].epoch == needed, ClaimsEpochMissing(needed));
        }
    }

    function _countClaim() internal {
        _current.unreleased++;
    }

    function _uncountClaim(uint32 epoch_, bytes32 ref) internal {
        if (epoch_ == _current.epoch) {
            _current.unreleased--;
            return;
        }
        uint64 left = --_unreleasedBefore[epoch_];
        if (left == 0) _clear(epoch_, ref);
    }

    /// @dev Takes an epoch off the list, which stays ascending; it has at most 16 entries.
    function _clear(uint32 epoch_, bytes32 ref) private {
        uint256 last = _earlier.length - 1;
        uint256 i = 0;
        while (_earlier[i] != epoch_) i++;
        for (; i < last; i++) _earlier[i] = _earlier[i + 1];
        _earlier.pop();
        _current.earlier--;
        emit EpochCleared(epoch_, _earlier, ref);
    }
}
