// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWarehouseTypes} from "./IWarehouseTypes.sol";

/// @title IWarehouseEvents
/// @notice Events of `Warehouses`; they suffice to rebuild its state.
interface IWarehouseEvents is IWarehouseTypes {
    /// @notice An operator attested that a custodian meets the criteria. It ends an earlier change of ownership.
    /// @param custodian Member id.
    /// @param criteria Digests of the evidence.
    /// @param until Block time in seconds after which it lapses.
    /// @param by Member that attested.
    /// @param ref Request reference.
    event CustodianAdmitted(uint32 indexed custodian, Criteria criteria, uint40 until, uint32 by, bytes32 ref);
    /// @notice A custodian has other owners: it takes in nothing new until it is admitted again.
    /// @param custodian Member id.
    /// @param evidence Digest of the document that says so.
    /// @param by Member that attested.
    /// @param ref Request reference.
    event OwnershipChanged(uint32 indexed custodian, bytes32 evidence, uint32 by, bytes32 ref);
    /// @notice A custodian registered a location.
    /// @param location Location id.
    /// @param custodian Member id; the only custodian of that place.
    /// @param place Digest of the normalised physical place.
    /// @param capacity Most that it holds, in `unit`.
    /// @param unit Unit of every quantity there.
    /// @param ref Request reference.
    event LocationRegistered(
        uint32 indexed location,
        uint32 indexed custodian,
        bytes32 indexed place,
        uint72 capacity,
        bytes3 unit,
        bytes32 ref
    );
    /// @notice How old control evidence of a location may become.
    /// @param location Location id.
    /// @param freshFor Seconds after which no new use is made of its lots.
    /// @param freezeAfter Seconds after which nothing of its lots is released.
    /// @param ref Request reference.
    event ControlLimitsSet(uint32 indexed location, uint32 freshFor, uint32 freezeAfter, bytes32 ref);
    /// @notice A member counts a location beside its custodian; 0 for nobody any more.
    /// @param location Location id.
    /// @param counter Member that counts.
    /// @param appointer Member that appointed it, a creditor as a rule.
    /// @param document Digest of the appointment.
    /// @param ref Request reference.
    event CounterAppointed(
        uint32 indexed location,
        uint32 indexed counter,
        uint32 appointer,
        bytes32 document,
        bytes32 ref
    );
    /// @notice A custodian opened a lot.
    /// @param lot Lot id, the slot of its receipts.
    /// @param goodsKey Key of the goods: location and mark.
    /// @param terms What is stated of it.
    /// @param ref Request reference.
    event LotOpened(uint32 indexed lot, bytes32 indexed goodsKey, LotTerms terms, bytes32 ref);
    /// @notice A signed statement of what lies in a lot.
    /// @param lot Lot id.
    /// @param counter Member that states it.
    /// @param count The whole statement.
    /// @param measured What the lot is taken to hold from now on.
    /// @param contradicted Whether custodian and counter disagree.
    /// @param ref Request reference.
    event Counted(
        uint32 indexed lot,
        uint32 indexed counter,
        Count count,
        uint72 measured,
        bool contradicted,
        bytes32 ref
    );
    /// @notice Receipts or goods of a lot changed by an act.
    /// @param lot Lot id.
    /// @param live Quantity of live receipts now.
    /// @param measured Goods now.
    /// @param ref Request reference.
    event StockMoved(uint32 indexed lot, uint72 live, uint72 measured, bytes32 ref);
    /// @notice A lot holds less than its receipts say, its natural loss allowed for. Every receipt from `firstReceipt`
    /// to `lastReceipt` that has value is reached.
    /// @param lot Lot id.
    /// @param live Quantity of live receipts.
    /// @param measured Goods.
    /// @param loss Natural loss that its standard allows.
    /// @param firstReceipt Token id of its first receipt.
    /// @param lastReceipt Token id of its last receipt.
    /// @param ref Request reference.
    event LotShort(
        uint32 indexed lot,
        uint72 live,
        uint72 measured,
        uint72 loss,
        uint256 firstReceipt,
        uint256 lastReceipt,
        bytes32 ref
    );
    /// @notice A lot is no longer short.
    /// @param lot Lot id.
    /// @param ref Request reference.
    event LotWhole(uint32 indexed lot, bytes32 ref);
    /// @notice A location holds more than its capacity, or no longer does.
    /// @param location Location id.
    /// @param measured Goods of all its lots.
    /// @param capacity Most that it holds.
    /// @param over Whether it holds more.
    /// @param ref Request reference.
    event CapacityPassed(uint32 indexed location, uint256 measured, uint72 capacity, bool over, bytes32 ref);
}
