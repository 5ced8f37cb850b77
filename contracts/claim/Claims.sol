// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IClaims} from "../interfaces/IClaims.sol";
import {BillRanges} from "../libraries/BillRanges.sol";
import {ClaimantId} from "../libraries/ClaimantId.sol";
import {ClaimEntry, ClaimEntryLib} from "../libraries/ClaimEntry.sol";
import {TallyWord} from "../libraries/TallyWord.sol";

/// @title Claims
/// @notice The one registry of what is used up. A use costs two fresh words (its tally and its entry) and an event.
contract Claims is IClaims, AccessManaged {
    using BillRanges for BillRanges.Ranges;

    /// @dev One word: phase 8 | count 8 | 240 unused.
    struct Header {
        Phase phase;
        uint8 count;
    }

    uint256 private constant MAX_USES = 100;

    mapping(bytes32 key => TallyWord) private _tallies;
    mapping(bytes32 claimant => Header) private _headers;
    mapping(bytes32 claimant => mapping(uint256 index => ClaimEntry)) private _entries;
    mapping(bytes32 key => BillRanges.Ranges) private _ranges;

    constructor(address authority) AccessManaged(authority) {}

    /// @dev Refuses claimants that another contract keeps.
    modifier onlyKeeper(bytes32 claimant) {
        require(ClaimantId.keeperOf(claimant) == msg.sender, ClaimsForeignClaimant(claimant, msg.sender));
        _;
    }

    // --- reserve, then commit or release

    /// @inheritdoc IClaims
    function reserve(
        bytes32 claimant,
        bytes3 unit,
        uint32 epoch_,
        Use[] calldata uses,
        bytes32 ref
    ) external restricted onlyKeeper(claimant) {
        _requirePhase(claimant, Phase.None);
        require(epoch_ == epoch(), ClaimsWrongEpoch(epoch_, epoch()));
        uint256 count = uses.length;
        require(count != 0, ClaimsNothingUsed(claimant));
        require(count <= MAX_USES, ClaimsTooMany(count, MAX_USES));
        // Fits: MAX_USES is below 256.
        _headers[claimant] = Header({phase: Phase.Reserved, count: uint8(count)});
        for (uint256 i = 0; i < count; i++) {
            _reserve(claimant, i, unit, epoch_, uses[i], ref);
        }
    }

    /// @inheritdoc IClaims
    function commit(bytes32 claimant, bytes32 ref) external restricted onlyKeeper(claimant) {
        uint256 count = _move(claimant, Phase.Reserved, Phase.Live, ref);
        for (uint256 i = 0; i < count; i++) {
            ClaimEntry entry = _entries[claimant][i];
            _tallies[entry.keyOf()] = _tallies[entry.keyOf()].commit(entry.amount());
        }
    }

    /// @inheritdoc IClaims
    function release(bytes32 claimant, bytes32 ref) external restricted onlyKeeper(claimant) {
        uint256 count = _move(claimant, Phase.Reserved, Phase.Released, ref);
        for (uint256 i = 0; i < count; i++) {
            ClaimEntry entry = _entries[claimant][i];
            _tallies[entry.keyOf()] = _tallies[entry.keyOf()].release(entry.amount());
        }
    }

    /// @inheritdoc IClaims
    function satisfy(bytes32 claimant, bytes32 ref) external restricted onlyKeeper(claimant) {
        // Committed stands for live and satisfied, so no tally changes.
        _move(claimant, Phase.Live, Phase.Satisfied, ref);
    }

    // --- bills

    /// @inheritdoc IClaims
    function claimRange(
        bytes32 claimant,
        bytes32 billTag,
        uint72 from,
        uint72 to,
        uint72 left,
        bytes32 ref
    ) external restricted onlyKeeper(claimant) {
        bytes32 key = keyOf(epoch(), billTag);
        _ranges[key].insert(key, from, to, left);
        emit RangeClaimed(key, claimant, from, to, ref);
    }

    // --- views

    /// @inheritdoc IClaims
    function epoch() public pure returns (uint32) {
        return 0;
    }

    /// @inheritdoc IClaims
    function keyOf(uint32 epoch_, bytes32 tag) public pure returns (bytes32) {
        return ClaimEntryLib.toKey(keccak256(abi.encode(epoch_, tag)));
    }

    /// @inheritdoc IClaims
    function tallyOf(uint32 epoch_, bytes32 tag) external view returns (Tally memory) {
        TallyWord word = _tallies[keyOf(epoch_, tag)];
        return
            Tally({exists: word.exists(), reserved: word.reserved(), committed: word.committed(), unit: word.unit()});
    }

    /// @inheritdoc IClaims
    function phaseOf(bytes32 claimant) external view returns (Phase) {
        return _headers[claimant].phase;
    }

    /// @inheritdoc IClaims
    function usesOf(bytes32 claimant) external view returns (bytes32[] memory keys, uint72[] memory amounts) {
        uint256 count = _headers[claimant].count;
        keys = new bytes32[](count);
        amounts = new uint72[](count);
        for (uint256 i = 0; i < count; i++) {
            ClaimEntry entry = _entries[claimant][i];
            (keys[i], amounts[i]) = (entry.keyOf(), entry.amount());
        }
    }

    /// @inheritdoc IClaims
    function rangeAfter(uint32 epoch_, bytes32 billTag, uint72 left) external view returns (uint72 from, uint72 to) {
        bytes32 key = keyOf(epoch_, billTag);
        return _ranges[key].after_(key, left);
    }

    // --- internal

    function _requirePhase(bytes32 claimant, Phase needed) private view {
        Phase actual = _headers[claimant].phase;
        require(actual == needed, ClaimsWrongPhase(claimant, actual, needed));
    }

    /// @dev Reserves the use with number `index` of a claimant.
    function _reserve(
        bytes32 claimant,
        uint256 index,
        bytes3 unit,
        uint32 epoch_,
        Use calldata use,
        bytes32 ref
    ) private {
        bytes32 key = keyOf(epoch_, use.tag);
        _tallies[key] = _tallies[key].reserve(use.tag, unit, use.exists, use.amount);
        _entries[claimant][index] = ClaimEntryLib.create(key, use.amount);
        emit ClaimReserved(key, claimant, epoch_, use.tag, use.exists, use.amount, unit, ref);
    }

    /// @dev Moves a claimant to the next phase and answers how many uses it has.
    function _move(bytes32 claimant, Phase needed, Phase next, bytes32 ref) private returns (uint256 count) {
        _requirePhase(claimant, needed);
        Header storage header = _headers[claimant];
        header.phase = next;
        count = header.count;
        emit ClaimsMoved(claimant, next, ref);
    }
}
