// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IClaims} from "../interfaces/IClaims.sol";
import {BillRanges} from "../libraries/BillRanges.sol";
import {ClaimantId} from "../libraries/ClaimantId.sol";
import {ClaimEntry, ClaimEntryLib} from "../libraries/ClaimEntry.sol";
import {Known, TallyWord} from "../libraries/TallyWord.sol";
import {KeyEpochs} from "./KeyEpochs.sol";

/// @title Claims
/// @notice The one registry of what is used up. A use costs two fresh words (its tally and its entry) and an event.
contract Claims is KeyEpochs, AccessManaged {
    using BillRanges for BillRanges.Ranges;

    /// @dev One word: phase 8 | count 8 | epoch 32 | 208 unused.
    struct Header {
        Phase phase;
        uint8 count;
        uint32 epoch;
    }

    uint256 private constant MAX_USES = 100;

    mapping(bytes32 key => TallyWord) private _tallies;
    mapping(bytes32 claimant => Header) private _headers;
    mapping(bytes32 claimant => mapping(uint256 index => ClaimEntry)) private _entries;
    mapping(bytes32 key => BillRanges.Ranges) private _ranges;
    /// @dev Credit notes that were counted, by tally, statement and tag.
    mapping(bytes32 note => bool) private _notes;

    /// @param authority AccessManager.
    /// @param firstKey Public key of epoch 1; zero to begin with epoch 0, whose tags are not blind.
    constructor(address authority, bytes32 firstKey) AccessManaged(authority) KeyEpochs(firstKey) {}

    /// @dev Refuses claimants that another contract keeps.
    modifier onlyKeeper(bytes32 claimant) {
        require(ClaimantId.keeperOf(claimant) == msg.sender, ClaimsForeignClaimant(claimant, msg.sender));
        _;
    }

    // --- parameters

    /// @inheritdoc IClaims
    function openEpoch(bytes32 publicKey, bytes32 ref) external restricted returns (uint32 epoch_) {
        return _openEpoch(publicKey, ref);
    }

    // --- reserve, then commit or release

    /// @inheritdoc IClaims
    function reserve(
        bytes32 claimant,
        bytes3 unit,
        uint32 epoch_,
        Use[] calldata uses,
        EarlierTags[] calldata earlier,
        bytes32 ref
    ) external restricted onlyKeeper(claimant) {
        _requirePhase(claimant, Phase.None);
        uint256 count = uses.length;
        require(count != 0, ClaimsNothingUsed(claimant));
        require(count <= MAX_USES, ClaimsTooMany(count, MAX_USES));
        uint256 open = _requireEpochs(epoch_, earlier, count);
        _countClaim();
        // Fits: MAX_USES is below 256.
        _headers[claimant] = Header({phase: Phase.Reserved, count: uint8(count), epoch: epoch_});
        for (uint256 i = 0; i < count; i++) {
            Known memory known;
            // Mostly there is no earlier epoch; there are at most 16.
            if (open != 0) known = _knownEarlier(earlier, i);
            _entries[claimant][i] = _reserve(claimant, unit, epoch_, uses[i], known, ref);
        }
    }

    /// @inheritdoc IClaims
    function commit(bytes32 claimant, bytes32 ref) external restricted onlyKeeper(claimant) {
        Header memory header = _move(claimant, Phase.Reserved, Phase.Live, ref);
        for (uint256 i = 0; i < header.count; i++) {
            ClaimEntry entry = _entries[claimant][i];
            _tallies[entry.keyOf()] = _tallies[entry.keyOf()].commit(entry.amount());
        }
    }

    /// @inheritdoc IClaims
    function release(bytes32 claimant, bytes32 ref) external restricted onlyKeeper(claimant) {
        Header memory header = _move(claimant, Phase.Reserved, Phase.Released, ref);
        for (uint256 i = 0; i < header.count; i++) {
            ClaimEntry entry = _entries[claimant][i];
            _tallies[entry.keyOf()] = _tallies[entry.keyOf()].release(entry.amount());
        }
        _uncountClaim(header.epoch, ref);
    }

    /// @inheritdoc IClaims
    function satisfy(bytes32 claimant, bytes32 ref) external restricted onlyKeeper(claimant) {
        // Committed stands for live and satisfied, so no tally changes.
        _move(claimant, Phase.Live, Phase.Satisfied, ref);
    }

    // --- credit notes

    /// @inheritdoc IClaims
    function lower(
        bytes32 claimant,
        uint256 index,
        uint72 amount,
        bytes32 noteTag,
        bytes32 ref
    ) external restricted onlyKeeper(claimant) {
        Header memory header = _headers[claimant];
        require(index < header.count, ClaimsUnknownUse(claimant, index, header.count));
        require(header.phase != Phase.Released, ClaimsWrongPhase(claimant, header.phase, Phase.Live));
        bytes32 key = _entries[claimant][index].keyOf();
        TallyWord tally = _tallies[key];
        // What exists may have been stated anew since the note was counted; the statement then left it out again.
        bytes32 note = keccak256(abi.encode(key, tally.statement(), noteTag));
        require(!_notes[note], ClaimsCreditKnown(key, noteTag));
        _notes[note] = true;
        tally = tally.lower(key, amount);
        _tallies[key] = tally;
        emit ClaimLowered(key, claimant, noteTag, amount, tally.exists(), tally.used(), ref);
    }

    // --- bills

    /// @inheritdoc IClaims
    function claimRange(
        bytes32 claimant,
        BillRange calldata range,
        EarlierTags[] calldata earlier,
        uint72[] calldata lefts,
        bytes32 ref
    ) external restricted onlyKeeper(claimant) {
        _requireEpochs(range.epoch, earlier, 1);
        require(lefts.length == earlier.length + 1, ClaimsTagCount(range.epoch, lefts.length, earlier.length + 1));
        for (uint256 i = 0; i < earlier.length; i++) {
            bytes32 before = keyOf(earlier[i].epoch, earlier[i].tags[0]);
            _ranges[before].requireFree(before, range.from, range.to, lefts[i + 1]);
        }
        bytes32 key = keyOf(range.epoch, range.tag);
        _ranges[key].insert(key, range.from, range.to, lefts[0]);
        // A bill's range is used for ever, so its epoch keeps a claim.
        _countClaim();
        emit RangeClaimed(key, claimant, range.from, range.to, ref);
    }

    // --- views

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
    function requireSound(bytes32 claimant) external view {
        _requirePhase(claimant, Phase.Live);
        uint256 count = _headers[claimant].count;
        for (uint256 i = 0; i < count; i++) {
            bytes32 key = _entries[claimant][i].keyOf();
            TallyWord tally = _tallies[key];
            require(tally.used() <= tally.exists(), ClaimsShort(key, tally.exists(), tally.used()));
        }
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

    /// @dev What earlier epochs know of the thing with number `index`.
    function _knownEarlier(EarlierTags[] calldata earlier, uint256 index) private view returns (Known memory known) {
        for (uint256 e = 0; e < earlier.length; e++) {
            known.add(_tallies[keyOf(earlier[e].epoch, earlier[e].tags[index])]);
        }
    }

    /// @dev Reserves one use and answers its entry.
    function _reserve(
        bytes32 claimant,
        bytes3 unit,
        uint32 epoch_,
        Use calldata use,
        Known memory known,
        bytes32 ref
    ) private returns (ClaimEntry) {
        bytes32 key = keyOf(epoch_, use.tag);
        _tallies[key] = _tallies[key].reserve(use.tag, unit, use.exists, use.amount, known);
        emit ClaimReserved(key, claimant, epoch_, use.tag, use.exists, use.amount, unit, ref);
        return ClaimEntryLib.create(key, use.amount);
    }

    /// @dev Moves a claimant to the next phase.
    function _move(bytes32 claimant, Phase needed, Phase next, bytes32 ref) private returns (Header memory header) {
        _requirePhase(claimant, needed);
        header = _headers[claimant];
        _headers[claimant].phase = next;
        emit ClaimsMoved(claimant, next, ref);
    }
}
