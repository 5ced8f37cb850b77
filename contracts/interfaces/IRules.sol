// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IRules
/// @notice Governed parameters, in versions with an effective date. A receivable keeps the version of its
/// confirmation.
interface IRules {
    /// @notice One version of the parameters; it fits one storage word beside its effective date.
    /// @param softTenorDays Tenor in days from which a confirmation warns (notice 2025/77, art. 11: 6 months).
    /// @param hardTenorDays Tenor in days above which it reverts (same article: 1 year).
    /// @param smallCreditorDays Days after delivery within which a small creditor is paid unless a reason is given
    /// (Regulation on Payments to SMEs, art. 9: 60).
    /// @param graceDays Days after the due day before it is overdue.
    /// @param lateBasisPointsPerDay Late interest a day, in basis points (same regulation, art. 17: 5).
    /// @param maxTier Deepest tier that circulation may reach.
    /// @param warnTier Tier from which a pass warns.
    /// @param maxSplits Serials that one receivable may have through circulation.
    /// @param warnSplits Serials from which circulation warns.
    /// @param minLot Smallest part that may be passed, in minor units.
    struct Version {
        uint16 softTenorDays;
        uint16 hardTenorDays;
        uint16 smallCreditorDays;
        uint8 graceDays;
        uint16 lateBasisPointsPerDay;
        uint8 maxTier;
        uint8 warnTier;
        uint24 maxSplits;
        uint24 warnSplits;
        uint64 minLot;
    }

    /// @notice A version was appended.
    /// @param version Its number, from 1.
    /// @param rules The parameters.
    /// @param effectiveFrom Block time in seconds from which confirmations take it.
    /// @param ref Request reference.
    event RulesScheduled(uint16 indexed version, Version rules, uint40 effectiveFrom, bytes32 ref);
    /// @notice An operator changed an obligor's ceiling.
    /// @param obligor Member id of the obligor.
    /// @param currency ISO 4217 code in ASCII.
    /// @param ceiling The ceiling in minor units.
    /// @param by Member id of the operator.
    /// @param ref Request reference.
    event CeilingSet(uint32 indexed obligor, bytes3 indexed currency, uint72 ceiling, uint32 by, bytes32 ref);

    /// @notice Versions take effect one after the other.
    /// @param effectiveFrom Block time in seconds that was asked for.
    /// @param last Block time in seconds of the version before.
    error RulesNotAfterLast(uint40 effectiveFrom, uint40 last);
    /// @notice No version takes effect before it is known.
    /// @param effectiveFrom Block time in seconds that was asked for.
    /// @param now_ Block time in seconds.
    error RulesInPast(uint40 effectiveFrom, uint256 now_);
    /// @notice The tenor warns before it is refused.
    /// @param soft Soft cap in days.
    /// @param hard Hard cap in days.
    error RulesSoftAboveHard(uint16 soft, uint16 hard);
    /// @notice A cap of zero (tenor, tier, splits or minimum lot) would stop the ledger.
    error RulesZeroCap();
    /// @notice So many versions wait already; each must take effect before the next one is appended.
    /// @param limit How many may wait.
    error RulesTooManyWaiting(uint256 limit);
    /// @notice No version has this number.
    /// @param version The number.
    /// @param count How many there are.
    error RulesUnknownVersion(uint16 version, uint16 count);

    /// @notice Appends a version. Only for the AccessManager role that governs parameters.
    /// @param rules The parameters.
    /// @param effectiveFrom Block time in seconds from which confirmations take it.
    /// @param ref Request reference.
    /// @return version Its number.
    function schedule(Version calldata rules, uint40 effectiveFrom, bytes32 ref) external returns (uint16 version);
    /// @notice Sets the ceiling under which an obligor sets its own limit. Verb of operator accounts.
    /// @param obligor Member id; must hold the obligor role.
    /// @param currency ISO 4217 code in ASCII.
    /// @param ceiling The ceiling in minor units.
    /// @param ref Request reference.
    function setCeiling(uint32 obligor, bytes3 currency, uint72 ceiling, bytes32 ref) external;

    /// @notice How many versions there are, waiting ones included.
    function versionCount() external view returns (uint16);
    /// @notice The version in force now.
    /// @return version Its number.
    /// @return rules The parameters.
    function current() external view returns (uint16 version, Version memory rules);
    /// @notice One version.
    /// @param version Its number.
    /// @return rules The parameters.
    /// @return effectiveFrom Block time in seconds from which confirmations take it.
    function versionOf(uint16 version) external view returns (Version memory rules, uint40 effectiveFrom);
    /// @notice Ceiling of an obligor in a currency, in minor units; 0 until an operator sets one.
    /// @param obligor Member id.
    /// @param currency ISO 4217 code in ASCII.
    function ceilingOf(uint32 obligor, bytes3 currency) external view returns (uint72);
    /// @notice Seconds that the ledger's civil time is ahead of UTC (default 28,800: UTC+8).
    function utcOffset() external view returns (uint32);
}
