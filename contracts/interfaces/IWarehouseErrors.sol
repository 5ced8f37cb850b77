// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWarehouseTypes} from "./IWarehouseTypes.sol";

/// @title IWarehouseErrors
/// @notice Errors of `Warehouses`.
interface IWarehouseErrors is IWarehouseTypes {
    /// @notice An admission without the evidence of each criterion.
    /// @param custodian Member id.
    error WarehousesNoEvidence(uint32 custodian);
    /// @notice A member can't attest about itself.
    /// @param member Member id.
    error WarehousesActsOnItself(uint32 member);
    /// @notice A time that has passed.
    /// @param until The time stated, in seconds.
    /// @param now_ Block time.
    error WarehousesUntilPassed(uint256 until, uint256 now_);
    /// @notice The custodian isn't admitted, its admission lapsed, or its owners changed since.
    /// @param custodian Member id.
    /// @param until End of its admission, in seconds; 0 for none.
    /// @param ownersChanged Whether its owners changed since.
    error WarehousesNotAdmitted(uint32 custodian, uint256 until, bool ownersChanged);
    /// @notice The physical place is registered.
    /// @param place Digest of the place.
    /// @param location Its location id.
    /// @param custodian Its custodian.
    error WarehousesPlaceTaken(bytes32 place, uint32 location, uint32 custodian);
    /// @notice A place, a capacity, a unit or a mark that says nothing.
    /// @param what Name of the field.
    error WarehousesEmpty(bytes32 what);
    /// @notice There is no such location.
    /// @param location Location id.
    error WarehousesUnknownLocation(uint32 location);
    /// @notice There is no such lot.
    /// @param lot Lot id.
    error WarehousesUnknownLot(uint32 lot);
    /// @notice Somebody else is the location's custodian.
    /// @param location Location id.
    /// @param member Member that acts.
    /// @param custodian Its custodian.
    error WarehousesNotCustodian(uint32 location, uint32 member, uint32 custodian);
    /// @notice The first limit is 0 or above the second.
    /// @param freshFor First limit in seconds.
    /// @param freezeAfter Second limit in seconds.
    error WarehousesControlLimits(uint32 freshFor, uint32 freezeAfter);
    /// @notice The goods have a lot.
    /// @param goodsKey Key of the goods.
    /// @param lot Its lot id.
    error WarehousesLotTaken(bytes32 goodsKey, uint32 lot);
    /// @notice A loss standard above the most that counts as natural.
    /// @param basisPoints Stated.
    /// @param limit The most.
    error WarehousesLossStandard(uint16 basisPoints, uint16 limit);
    /// @notice A day that is over.
    /// @param day Civil day stated.
    /// @param today Civil day of the block.
    error WarehousesDayPassed(uint16 day, uint16 today);
    /// @notice The member neither keeps nor counts the location.
    /// @param location Location id.
    /// @param member Member that states a count.
    error WarehousesNotCounter(uint32 location, uint32 member);
    /// @notice A count of the future, or one that a later count of the same member or a later movement overtook.
    /// @param lot Lot id.
    /// @param takenAt Time of the count, in seconds.
    /// @param after_ It must be later than this.
    /// @param until And not later than this.
    error WarehousesCountTime(uint32 lot, uint256 takenAt, uint256 after_, uint256 until);
    /// @notice Control evidence doesn't allow it.
    /// @param lot Lot id.
    /// @param control What it is.
    /// @param soundAt Time of the last evidence that nothing contradicts, in seconds.
    error WarehousesNoControl(uint32 lot, Control control, uint256 soundAt);
    /// @notice The lot is short.
    /// @param lot Lot id.
    /// @param live Quantity of live receipts.
    /// @param measured Goods.
    error WarehousesShort(uint32 lot, uint72 live, uint72 measured);
    /// @notice The location holds more than its capacity.
    /// @param location Location id.
    /// @param measured Goods of all its lots.
    /// @param capacity Most that it holds.
    error WarehousesOverCapacity(uint32 location, uint256 measured, uint72 capacity);
    /// @notice Receipts would exceed the goods (I6).
    /// @param lot Lot id.
    /// @param measured Goods.
    /// @param live Quantity of live receipts.
    /// @param asked Quantity asked for.
    error WarehousesOverissued(uint32 lot, uint72 measured, uint72 live, uint72 asked);
    /// @notice Less than what natural loss leaves, or more than the others can spare.
    /// @param lot Lot id.
    /// @param goods Goods that shall leave.
    /// @param least The least for that quantity of receipts.
    /// @param most The most.
    error WarehousesGateOut(uint32 lot, uint72 goods, uint72 least, uint72 most);
}
