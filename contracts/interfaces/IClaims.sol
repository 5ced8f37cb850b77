// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IClaims
/// @notice One registry of what is used up: per tag, how much exists and how much of it is claimed.
interface IClaims {
    /// @notice One thing that a claimant uses: an invoice of a receivable, say.
    /// @param tag Fingerprint of the real thing under the current key epoch.
    /// @param exists How much of it there is (an invoice's face), in units of `unit`.
    /// @param amount How much of it is used.
    struct Use {
        bytes32 tag;
        uint72 exists;
        uint72 amount;
    }

    /// @notice What is known about one tag.
    /// @param committed Live and satisfied together; a satisfied invoice stays used for ever.
    struct Tally {
        uint72 exists;
        uint72 reserved;
        uint72 committed;
        bytes3 unit;
        bool isShort;
    }

    /// @notice Phases of a claimant's uses.
    enum Phase {
        None,
        Reserved,
        Live,
        Satisfied,
        Released
    }

    /// @notice A sub-range of a bill, `from` inclusive to `to` exclusive, was used for a retirement.
    event RangeClaimed(bytes32 indexed key, bytes32 indexed claimant, uint72 from, uint72 to, bytes32 ref);
    /// @notice One use was reserved.
    event ClaimReserved(bytes32 indexed key, bytes32 indexed claimant, uint32 epoch, bytes32 tag, uint72 exists, uint72 amount, bytes3 unit, bytes32 ref);
    /// @notice All uses of a claimant changed phase.
    event ClaimsMoved(bytes32 indexed claimant, Phase phase, bytes32 ref);

    error ClaimsNothingUsed(bytes32 claimant);
    error ClaimsTooMany(uint256 count, uint256 limit);
    error ClaimsZeroAmount(bytes32 tag);
    error ClaimsOverused(bytes32 tag, uint256 exists, uint256 used, uint256 asked);
    error ClaimsOtherFace(bytes32 tag, uint72 actual, uint72 stated);
    error ClaimsOtherUnit(bytes32 tag, bytes3 actual, bytes3 stated);
    error ClaimsWrongPhase(bytes32 claimant, Phase actual, Phase needed);
    error ClaimsWrongEpoch(uint32 epoch, uint32 current);
    error ClaimsRangeTaken(bytes32 key, uint72 from, uint72 to, uint72 takenFrom, uint72 takenTo);
    error ClaimsWrongNeighbour(bytes32 key, uint72 left);
    error ClaimsEmptyRange(bytes32 key, uint72 from, uint72 to);

    // --- verbs of ledger contracts (AccessManager grants); a claimant is the asset's id in its contract's name space

    function reserve(bytes32 claimant, bytes3 unit, uint32 epoch, Use[] calldata uses, bytes32 ref) external;
    function commit(bytes32 claimant, bytes32 ref) external;
    /// @notice Gives back what a claimant reserved.
    function release(bytes32 claimant, bytes32 ref) external;
    function satisfy(bytes32 claimant, bytes32 ref) external;
    /// @notice Claims [from, to) of a bill; `left` is the start of the nearest claimed range below, or max for none.
    function claimRange(bytes32 claimant, bytes32 billTag, uint72 from, uint72 to, uint72 left, bytes32 ref) external;

    // --- views

    /// @notice Key epoch that new claims present. Epoch 0 is unblinded: a tag is the keccak256 of the canonical identity.
    function epoch() external view returns (uint32);
    function keyOf(uint32 epoch_, bytes32 tag) external pure returns (bytes32);
    function tallyOf(uint32 epoch_, bytes32 tag) external view returns (Tally memory);
    function phaseOf(bytes32 claimant) external view returns (Phase);
    function usesOf(bytes32 claimant) external view returns (bytes32[] memory keys, uint72[] memory amounts);
}
