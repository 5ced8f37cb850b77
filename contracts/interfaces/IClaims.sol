// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaimErrors} from "./IClaimErrors.sol";

/// @title IClaims
/// @notice One registry of what is used up: per tag, how much exists and how much of it is claimed.
/// @dev I5: per tag, reserved + committed <= exists. Every verb is for ledger contracts alone (AccessManager grants)
/// and takes a claimant: the asset's id in the calling contract's name space, as `ClaimantId` packs it.
/// A claim is counted under the key epoch that is current when it is made, and never counted anew. So whoever claims
/// presents the thing's tag under every earlier epoch that still has unreleased claims, and what they use counts too.
/// Warning: tags of epoch 0 are unblinded (keccak256 of the canonical identity), so whoever can guess an identity can
/// look it up.
interface IClaims is IClaimErrors {
    /// @notice One thing that a claimant uses: an invoice of a receivable, say.
    /// @param tag Fingerprint of the real thing under the current key epoch.
    /// @param exists How much of it there is (an invoice's face in minor units), in the unit of the reservation.
    /// @param amount How much of it is used.
    struct Use {
        bytes32 tag;
        uint72 exists;
        uint72 amount;
    }

    /// @notice Tags of the same things, in the same order, under a key epoch before the current one.
    /// @param epoch Key epoch.
    /// @param tags One tag for each thing.
    struct EarlierTags {
        uint32 epoch;
        bytes32[] tags;
    }

    /// @notice A sub-range of one bill.
    /// @param epoch Key epoch of the tag: the current one.
    /// @param tag Fingerprint of the bill.
    /// @param from First minor unit of the range.
    /// @param to The minor unit after its last one.
    struct BillRange {
        uint32 epoch;
        bytes32 tag;
        uint72 from;
        uint72 to;
    }

    /// @notice What is known about one tag. All zero while nothing is claimed of it.
    /// @param exists How much of it there is.
    /// @param reserved Claimed by what is confirmed and not accepted yet.
    /// @param committed Live and satisfied together; a satisfied invoice stays used for ever.
    /// @param unit ISO 4217 code in ASCII, or another three-letter unit.
    struct Tally {
        uint72 exists;
        uint72 reserved;
        uint72 committed;
        bytes3 unit;
    }

    /// @notice A key epoch began: new claims present its tags.
    /// @param epoch The epoch.
    /// @param publicKey Public key of its tags: a compressed ristretto255 point (RFC 9497); zero for epoch 0, which has
    /// none.
    /// @param earlier Earlier epochs that have unreleased claims, ascending.
    /// @param ref Request reference.
    event EpochOpened(uint32 indexed epoch, bytes32 publicKey, uint32[] earlier, bytes32 ref);
    /// @notice The last claim under an earlier key epoch was released: its tags need not be presented any more.
    /// @param epoch The epoch.
    /// @param earlier Earlier epochs that still have some, ascending.
    /// @param ref Request reference.
    event EpochCleared(uint32 indexed epoch, uint32[] earlier, bytes32 ref);
    /// @notice A credit note lowered how much exists of a thing.
    /// @param key Key of the tally.
    /// @param claimant Through whose claim it was recorded.
    /// @param noteTag Fingerprint of the credit note, under the key epoch of the claim.
    /// @param amount What it takes off.
    /// @param exists How much exists now.
    /// @param used How much is reserved or committed; more than `exists` while the thing is short.
    /// @param ref Request reference.
    event ClaimLowered(
        bytes32 indexed key,
        bytes32 indexed claimant,
        bytes32 noteTag,
        uint72 amount,
        uint72 exists,
        uint256 used,
        bytes32 ref
    );
    /// @notice One use was reserved.
    /// @param key Key of the tally: `keyOf(epoch, tag)`.
    /// @param claimant Who claims.
    /// @param epoch Key epoch of the tag.
    /// @param tag Fingerprint of the real thing.
    /// @param exists How much of it exists.
    /// @param amount How much of it was reserved.
    /// @param unit Unit of both amounts.
    /// @param ref Request reference.
    event ClaimReserved(
        bytes32 indexed key,
        bytes32 indexed claimant,
        uint32 epoch,
        bytes32 tag,
        uint72 exists,
        uint72 amount,
        bytes3 unit,
        bytes32 ref
    );
    /// @notice All uses of a claimant changed phase.
    /// @param claimant Whose uses.
    /// @param phase The new phase: Live, Satisfied or Released.
    /// @param ref Request reference.
    event ClaimsMoved(bytes32 indexed claimant, Phase phase, bytes32 ref);
    /// @notice A sub-range of a bill, `from` inclusive to `to` exclusive, was used for a retirement.
    /// @param key Key of the bill: `keyOf(epoch, billTag)`.
    /// @param claimant What was retired to it.
    /// @param from First minor unit of the range.
    /// @param to The minor unit after its last one.
    /// @param ref Request reference.
    event RangeClaimed(bytes32 indexed key, bytes32 indexed claimant, uint72 from, uint72 to, bytes32 ref);

    // --- parameters (AccessManager grants to governance)

    /// @notice Opens the next key epoch. What was registered and not confirmed under an earlier one is registered anew.
    /// Errors: ClaimsKeyMissing, ClaimsTooManyEpochs.
    /// @param publicKey Public key of its tags.
    /// @param ref Request reference.
    /// @return epoch_ The new epoch.
    function openEpoch(bytes32 publicKey, bytes32 ref) external returns (uint32 epoch_);

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Reserves every use of a claimant, all or none. Uses of the same tag add up.
    /// @dev The first claim of a thing states how much exists, and in which unit; whatever comes while it is claimed
    /// must state the same, less the credit notes recorded since. Once everything claimed of it was released it may be
    /// stated anew, so a typing error blocks no invoice.
    /// Errors: ClaimsForeignClaimant, ClaimsWrongPhase, ClaimsWrongEpoch, ClaimsNothingUsed, ClaimsTooMany,
    /// ClaimsEpochMissing, ClaimsTagCount, ClaimsZeroAmount, ClaimsOtherUnit, ClaimsOtherFace, ClaimsOverused.
    /// @param claimant Who claims; it never claimed before.
    /// @param unit Unit of every amount.
    /// @param epoch_ Key epoch of the uses' tags: the current one.
    /// @param uses What is used; 1 to 100 items.
    /// @param earlier Tags of the same things under earlier epochs, ascending: at least of `earlierEpochs()`.
    /// @param ref Request reference.
    function reserve(
        bytes32 claimant,
        bytes3 unit,
        uint32 epoch_,
        Use[] calldata uses,
        EarlierTags[] calldata earlier,
        bytes32 ref
    ) external;

    /// @notice Reserved uses become live.
    /// Errors: ClaimsForeignClaimant, ClaimsWrongPhase.
    /// @param claimant Whose uses.
    /// @param ref Request reference.
    function commit(bytes32 claimant, bytes32 ref) external;

    /// @notice Gives back what a claimant reserved.
    /// Errors: ClaimsForeignClaimant, ClaimsWrongPhase.
    /// @param claimant Whose uses.
    /// @param ref Request reference.
    function release(bytes32 claimant, bytes32 ref) external;

    /// @notice Live uses are satisfied: paid or retired, and used for ever.
    /// Errors: ClaimsForeignClaimant, ClaimsWrongPhase.
    /// @param claimant Whose uses.
    /// @param ref Request reference.
    function satisfy(bytes32 claimant, bytes32 ref) external;

    /// @notice Records a credit note: less of a thing exists than was stated. It is a fact and is recorded whatever
    /// follows; when more is used than exists the thing is short, and `requireSound` refuses its claimants.
    /// Errors: ClaimsForeignClaimant, ClaimsUnknownUse, ClaimsWrongPhase for claims that were released,
    /// ClaimsZeroAmount, ClaimsCreditKnown, ClaimsCreditTooLarge.
    /// @param claimant Whose use of it the note belongs to.
    /// @param index Number of the use, from 0.
    /// @param amount What the note takes off.
    /// @param noteTag Fingerprint of the note under the key epoch of the claim: no note counts twice.
    /// @param ref Request reference.
    function lower(bytes32 claimant, uint256 index, uint72 amount, bytes32 noteTag, bytes32 ref) external;

    /// @notice Claims a range of a bill for ever. Claimed ranges of a bill are disjoint.
    /// Errors: ClaimsForeignClaimant, ClaimsWrongEpoch, ClaimsEpochMissing, ClaimsTagCount, ClaimsEmptyRange,
    /// ClaimsWrongNeighbour, ClaimsRangeTaken.
    /// @param claimant What is retired to the bill.
    /// @param range Which part of which bill.
    /// @param earlier The bill's tag under earlier epochs, as `reserve` takes them.
    /// @param lefts Start of the nearest claimed range below under the current epoch, then under each of `earlier`; the
    /// largest uint72 for none.
    /// @param ref Request reference.
    function claimRange(
        bytes32 claimant,
        BillRange calldata range,
        EarlierTags[] calldata earlier,
        uint72[] calldata lefts,
        bytes32 ref
    ) external;

    // --- views

    /// @notice Key epoch that new claims present. Epoch 0 is unblinded: a tag is the keccak256 of the canonical
    /// identity.
    function epoch() external view returns (uint32);

    /// @notice Earlier key epochs that have unreleased claims, ascending: new claims present tags of each.
    function earlierEpochs() external view returns (uint32[] memory);

    /// @notice How many claimants have unreleased claims under a key epoch, and its public key.
    /// @param epoch_ The epoch.
    /// @return unreleased How many.
    /// @return publicKey Its public key; zero for epoch 0 and for one that was never opened.
    function epochOf(uint32 epoch_) external view returns (uint64 unreleased, bytes32 publicKey);

    /// @notice The key under which a tag is counted: the first 23 bytes of keccak256(epoch, tag), then 9 zero bytes.
    /// @dev 184 bits leave room for the amount in the same word. A collision (2^92 trials for any two tags of an
    /// attacker's own, 2^184 for a given one) could only make two things share one tally: it refuses a claim, it never
    /// admits a second.
    /// @param epoch_ Key epoch of the tag.
    /// @param tag Fingerprint of the real thing.
    function keyOf(uint32 epoch_, bytes32 tag) external pure returns (bytes32);

    /// @notice How much of a tag exists and is claimed.
    /// @param epoch_ Key epoch of the tag.
    /// @param tag Fingerprint of the real thing.
    function tallyOf(uint32 epoch_, bytes32 tag) external view returns (Tally memory);

    /// @notice The phase of a claimant.
    /// @param claimant Whose uses.
    function phaseOf(bytes32 claimant) external view returns (Phase);

    /// @notice Reverts unless a claimant's uses are live and none of its things is short.
    /// Errors: ClaimsWrongPhase, ClaimsShort.
    /// @param claimant Whose uses.
    function requireSound(bytes32 claimant) external view;

    /// @notice Everything that a claimant ever reserved, in the order in which it did.
    /// @param claimant Whose uses.
    /// @return keys Keys of the tallies.
    /// @return amounts Amount used of each.
    function usesOf(bytes32 claimant) external view returns (bytes32[] memory keys, uint72[] memory amounts);

    /// @notice The claimed range of a bill that follows the one starting at `left`; walk it to find a neighbour.
    /// Errors: ClaimsWrongNeighbour when no claimed range starts at `left`.
    /// @param epoch_ Key epoch of the bill's tag.
    /// @param billTag Fingerprint of the bill.
    /// @param left Start of a claimed range; the largest uint72 for the first range.
    /// @return from Start of the following range.
    /// @return to Its end, exclusive; 0 when none follows.
    function rangeAfter(uint32 epoch_, bytes32 billTag, uint72 left) external view returns (uint72 from, uint72 to);
}
