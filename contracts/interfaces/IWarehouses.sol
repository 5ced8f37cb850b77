// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWarehouseErrors} from "./IWarehouseErrors.sol";
import {IWarehouseEvents} from "./IWarehouseEvents.sol";

/// @title IWarehouses
/// @notice Custodians, locations, lots, and what was measured in them. Receipts over them are `IWarehouseReceipts`.
/// @dev I6: per lot, live receipts <= goods plus natural loss; per location, goods <= capacity and one custodian;
/// unless marked. Quantities are counts of the location's unit. Every `ref` is the request reference.
interface IWarehouses is IWarehouseEvents, IWarehouseErrors {
    // --- verbs of operators and registrars

    /// @notice Attests that a custodian meets the criteria; replaces an earlier admission. By an operator.
    /// Errors: WarehousesNoEvidence, WarehousesActsOnItself, WarehousesUntilPassed.
    /// @param custodian Member id.
    /// @param criteria Digests of the evidence, none of them zero.
    /// @param until Block time in seconds after which it lapses.
    /// @param ref Request reference.
    function admitCustodian(uint32 custodian, Criteria calldata criteria, uint40 until, bytes32 ref) external;
    /// @notice Records that a custodian has other owners. By an operator or a registrar.
    /// Errors: WarehousesActsOnItself, WarehousesNotAdmitted where it never was.
    /// @param custodian Member id.
    /// @param evidence Digest of the document that says so.
    /// @param ref Request reference.
    function recordOwnershipChange(uint32 custodian, bytes32 evidence, bytes32 ref) external;
    /// @notice Sets how old control evidence of a location may become. By an operator.
    /// Errors: WarehousesUnknownLocation, WarehousesControlLimits.
    /// @param location Location id.
    /// @param freshFor Seconds after which no new use is made of its lots.
    /// @param freezeAfter Seconds after which nothing of its lots is released.
    /// @param ref Request reference.
    function setControlLimits(uint32 location, uint32 freshFor, uint32 freezeAfter, bytes32 ref) external;
    /// @notice Records who counts a location beside its custodian (Guarantee Interpretation art. 55: a supervisor that
    /// the creditor appointed). By an operator. Counts of an earlier counter stay until the new one counts.
    /// Errors: WarehousesUnknownLocation, WarehousesActsOnItself where it is the custodian.
    /// @param location Location id.
    /// @param counter Member that counts; 0 for nobody any more.
    /// @param appointer Member that appointed it.
    /// @param document Digest of the appointment.
    /// @param ref Request reference.
    function appointCounter(uint32 location, uint32 counter, uint32 appointer, bytes32 document, bytes32 ref) external;

    // --- verbs of custodians

    /// @notice Registers a place that nobody registered. By an admitted custodian.
    /// Errors: WarehousesNotAdmitted, WarehousesEmpty, WarehousesPlaceTaken.
    /// @param place Digest of the normalised physical place, the same whoever computes it.
    /// @param capacity Most that it holds.
    /// @param unit Unit of every quantity there.
    /// @param ref Request reference.
    /// @return location Its id.
    function registerLocation(
        bytes32 place,
        uint72 capacity,
        bytes3 unit,
        bytes32 ref
    ) external returns (uint32 location);
    /// @notice Opens a lot. By the location's admitted custodian; it is empty until it is counted.
    /// Errors: WarehousesUnknownLocation, WarehousesNotCustodian, WarehousesNotAdmitted, WarehousesEmpty,
    /// WarehousesLossStandard, WarehousesDayPassed, WarehousesLotTaken.
    /// @param terms What is stated of it.
    /// @param ref Request reference.
    /// @return lot Its id.
    function openLot(LotTerms calldata terms, bytes32 ref) external returns (uint32 lot);
    /// @notice Records a signed count. By anyone who has it. A fact that breaks I6 is recorded and marked.
    /// Errors: WarehousesUnknownLot, WarehousesNotCounter, WarehousesCountTime, those of `IMembers.requireSignature`.
    /// @param count The statement.
    /// @param signer Account that signed it.
    /// @param signature Its signature.
    /// @param ref Request reference.
    function recordCount(Count calldata count, address signer, bytes calldata signature, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Puts goods under receipts. Only warehouse receipts.
    /// Errors: those of `requireUsable`, WarehousesNotCustodian, WarehousesOverissued.
    /// @param lot Lot id.
    /// @param custodian Member that issues.
    /// @param quantity Quantity of new receipts.
    /// @param ref Request reference.
    function putUnderReceipt(uint32 lot, uint32 custodian, uint72 quantity, bytes32 ref) external;
    /// @notice Ends receipts against goods that leave. Only warehouse receipts.
    /// Errors: WarehousesNotCustodian, WarehousesNoControl where it is frozen, WarehousesGateOut.
    /// @dev Of a lot that is not short, others' receipts stay covered, and no more than natural loss is kept back. Of a
    /// short one, goods leave in proportion, so those who come first take nothing from the others.
    /// @param lot Lot id.
    /// @param custodian Member that opens the gate.
    /// @param quantity Quantity of receipts that ends.
    /// @param goods Goods that leave.
    /// @param ref Request reference.
    function letOut(uint32 lot, uint32 custodian, uint72 quantity, uint72 goods, bytes32 ref) external;
    /// @notice Ends receipts while the goods stay. Only warehouse receipts.
    /// Errors: WarehousesNotCustodian.
    /// @param lot Lot id.
    /// @param custodian Member that issued them.
    /// @param quantity Quantity of receipts that ends.
    /// @param ref Request reference.
    function takeFromReceipt(uint32 lot, uint32 custodian, uint72 quantity, bytes32 ref) external;

    // --- views

    /// @notice A custodian's admission.
    /// @param custodian Member id.
    function admissionOf(uint32 custodian) external view returns (Admission memory);
    /// @notice A location. Reverts for an unknown id.
    /// @param location Location id.
    function locationOf(uint32 location) external view returns (Location memory);
    /// @notice The location of a place; 0 for none.
    /// @param place Digest of the normalised physical place.
    function locationAt(bytes32 place) external view returns (uint32);
    /// @notice A lot. Reverts for an unknown id.
    /// @param lot Lot id.
    function lotOf(uint32 lot) external view returns (Lot memory);
    /// @notice The lot of goods; 0 for none.
    /// @param goodsKey Key of the goods.
    function lotOfGoods(bytes32 goodsKey) external view returns (uint32);
    /// @notice Key of goods: keccak256 of place and mark.
    /// @param place Digest of the normalised physical place.
    /// @param mark Digest of the normalised lot mark.
    function goodsKeyOf(bytes32 place, bytes32 mark) external pure returns (bytes32);
    /// @notice How good the evidence is that a lot is under control now.
    /// @param lot Lot id.
    function controlOf(uint32 lot) external view returns (Control);
    /// @notice That a lot may be used anew (issue, pledge, drawdown): under sound control, not short, its location not
    /// over capacity, its custodian admitted.
    /// Errors: WarehousesUnknownLot, WarehousesNoControl, WarehousesShort, WarehousesOverCapacity,
    /// WarehousesNotAdmitted.
    /// @param lot Lot id.
    function requireUsable(uint32 lot) external view;
}
