// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IClaims
/// @notice One registry of what is used up: per tag, how much exists and how much of it is claimed.
/// @dev I5: per tag, reserved + committed <= exists. Every verb is for ledger contracts alone (AccessManager grants)
/// and takes a claimant: the asset's id in the calling contract's name space, as `ClaimantId` packs it.
/// Warning: tags of epoch 0 are unblinded (keccak256 of the canonical identity), so whoever can guess an identity can
/// look it up.
interface IClaims {
    /// @notice One thing that a claimant uses: an invoice of a receivable, say.
    /// @param tag Fingerprint of the real thing under the current key epoch.
    /// @param exists How much of it there is (an invoice's face in minor units), in the unit of the reservation.
    /// @param amount How much of it is used.
    struct Use {
        bytes32 tag;
        uint72 exists;
        uint72 amount;
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

    /// @notice Phases of a claimant: None -> Reserved -> Live -> Satisfied, or Reserved -> Released. It reserves once.
    enum Phase {
        None,
        Reserved,
        Live,
        Satisfied,
        Released
    }

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

    /// @notice A claimant of another contract's name space.
    /// @param claimant The claimant.
    /// @param caller The contract that called.
    error ClaimsForeignClaimant(bytes32 claimant, address caller);
    /// @notice A reservation of nothing.
    /// @param claimant Who claims.
    error ClaimsNothingUsed(bytes32 claimant);
    /// @notice More uses than one claimant may have.
    /// @param count Uses stated.
    /// @param limit The most.
    error ClaimsTooMany(uint256 count, uint256 limit);
    /// @notice A use of nothing.
    /// @param tag The thing.
    error ClaimsZeroAmount(bytes32 tag);
    /// @notice More would be used than exists.
    /// @param tag The thing.
    /// @param exists How much of it exists.
    /// @param used How much of it is reserved or committed.
    /// @param asked How much more was asked.
    error ClaimsOverused(bytes32 tag, uint256 exists, uint256 used, uint256 asked);
    /// @notice The same thing was stated with another amount in existence (an invoice with another face).
    /// @param tag The thing.
    /// @param actual What its open claims state.
    /// @param stated What was stated now.
    error ClaimsOtherFace(bytes32 tag, uint72 actual, uint72 stated);
    /// @notice The same thing was stated in another unit (an invoice in another currency).
    /// @param tag The thing.
    /// @param actual What its open claims state.
    /// @param stated What was stated now.
    error ClaimsOtherUnit(bytes32 tag, bytes3 actual, bytes3 stated);
    /// @notice The claimant is not in the phase that the verb needs.
    /// @param claimant Whose uses.
    /// @param actual Its phase.
    /// @param needed The phase needed.
    error ClaimsWrongPhase(bytes32 claimant, Phase actual, Phase needed);
    /// @notice Tags of an epoch that new claims don't present.
    /// @param epoch The epoch stated.
    /// @param current The epoch needed.
    error ClaimsWrongEpoch(uint32 epoch, uint32 current);
    /// @notice A part of the range is claimed already.
    /// @param key Key of the bill.
    /// @param from Start of the range asked for.
    /// @param to End of the range asked for, exclusive.
    /// @param takenFrom Start of the range that overlaps it.
    /// @param takenTo End of the range that overlaps it, exclusive.
    error ClaimsRangeTaken(bytes32 key, uint72 from, uint72 to, uint72 takenFrom, uint72 takenTo);
    /// @notice `left` is not the start of the nearest claimed range below.
    /// @param key Key of the bill.
    /// @param left The start that was named.
    error ClaimsWrongNeighbour(bytes32 key, uint72 left);
    /// @notice A range without a minor unit in it.
    /// @param key Key of the bill.
    /// @param from Its start.
    /// @param to Its end, exclusive.
    error ClaimsEmptyRange(bytes32 key, uint72 from, uint72 to);

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Reserves every use of a claimant, all or none. Uses of the same tag add up.
    /// @dev The first claim of a tag states how much exists, and in which unit; whatever comes while it is claimed
    /// must state the same. Once everything claimed of a tag was released it may be stated anew, so a typing error
    /// blocks no invoice.
    /// Errors: ClaimsForeignClaimant, ClaimsWrongPhase, ClaimsWrongEpoch, ClaimsNothingUsed, ClaimsTooMany,
    /// ClaimsZeroAmount, ClaimsOtherUnit, ClaimsOtherFace, ClaimsOverused.
    /// @param claimant Who claims; it never claimed before.
    /// @param unit Unit of every amount.
    /// @param epoch_ Key epoch of every tag: the current one.
    /// @param uses What is used; 1 to 100 items.
    /// @param ref Request reference.
    function reserve(bytes32 claimant, bytes3 unit, uint32 epoch_, Use[] calldata uses, bytes32 ref) external;

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

    /// @notice Claims [from, to) of a bill for ever. Claimed ranges of a bill are disjoint.
    /// Errors: ClaimsForeignClaimant, ClaimsEmptyRange, ClaimsWrongNeighbour, ClaimsRangeTaken.
    /// @param claimant What is retired to the bill.
    /// @param billTag Fingerprint of the bill under the current key epoch.
    /// @param from First minor unit of the range.
    /// @param to The minor unit after its last one.
    /// @param left Start of the nearest claimed range below; the largest uint72 for none.
    /// @param ref Request reference.
    function claimRange(bytes32 claimant, bytes32 billTag, uint72 from, uint72 to, uint72 left, bytes32 ref) external;

    // --- views

    /// @notice Key epoch that new claims present. Epoch 0 is unblinded: a tag is the keccak256 of the canonical
    /// identity.
    function epoch() external view returns (uint32);

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
