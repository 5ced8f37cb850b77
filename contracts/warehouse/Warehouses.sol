// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IMembers} from "../interfaces/IMembers.sol";
import {IReceiptDelivery} from "../interfaces/IReceiptDelivery.sol";
import {IWarehouses} from "../interfaces/IWarehouses.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {StockMath} from "../libraries/StockMath.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";

/// @title Warehouses
/// @notice Custodians, locations, lots, and what was measured in them.
contract Warehouses is IWarehouses, AccessManaged, EIP712 {
    /// @dev Beyond this, what vanishes is no natural loss of any goods that are kept in warehouses.
    uint16 private constant MAX_LOSS = 500;
    /// @dev What a new location starts with: evidence of a day, nothing released after three.
    uint32 private constant FRESH_FOR = 1 days;
    uint32 private constant FREEZE_AFTER = 3 days;
    uint16 private constant ANY = type(uint16).max;
    /// @dev An operator or registrar whose keys are being recovered, or who is suspended otherwise, attests nothing.
    uint16 private constant NOT_ATTESTING = ANY ^ Suspensions.OVERDUE;
    /// @dev Names of fields that must say something, as `WarehousesEmpty` tells them.
    bytes32 private constant PLACE = "place";
    bytes32 private constant CAPACITY = "capacity";
    bytes32 private constant UNIT = "unit";
    bytes32 private constant MARK = "mark";
    bytes32 private constant GOODS = "goods";
    bytes32 private constant MIN_LOT = "minLot";
    bytes32 private constant COUNT_TYPEHASH = keccak256(
        "Count(uint32 lot,uint32 counter,uint72 quantity,uint40 takenAt,uint8 method,bytes32 evidence,"
        "uint256 deadline,uint32 epoch)"
    );

    IMembers private immutable members;
    IReceiptDelivery private immutable receipts;
    uint256 private immutable utcOffset;

    uint32 private _locationCount;
    uint32 private _lotCount;
    mapping(uint32 custodian => Admission) private _admissions;
    mapping(uint32 location => Location) private _locations;
    mapping(bytes32 place => uint32 location) private _places;
    mapping(uint32 lot => Lot) private _lots;
    mapping(bytes32 goodsKey => uint32 lot) private _goods;

    /// @param authority AccessManager.
    /// @param members_ Members.
    /// @param receipts_ Warehouse receipts, whose address is predicted.
    /// @param utcOffset_ Seconds that the ledger's civil time is ahead of UTC.
    constructor(
        address authority,
        IMembers members_,
        IReceiptDelivery receipts_,
        uint256 utcOffset_
    ) AccessManaged(authority) EIP712("Tallystick", "1") {
        members = members_;
        receipts = receipts_;
        utcOffset = utcOffset_;
    }

    // ------------------------------------------------- operators and registrars

    /// @inheritdoc IWarehouses
    function admitCustodian(uint32 custodian, Criteria calldata criteria, uint40 until, bytes32 ref) external {
        uint32 by = members.requireRole(msg.sender, Roles.OPERATOR, NOT_ATTESTING);
        members.requireParty(custodian, Roles.CUSTODIAN, 0);
        require(by != custodian, WarehousesActsOnItself(by));
        bool whole =
            criteria.storageCapability != 0 &&
                criteria.yearsInTrade != 0 &&
                criteria.operatingStandards != 0 &&
                criteria.ownCredit != 0;
        require(whole, WarehousesNoEvidence(custodian));
        require(until > block.timestamp, WarehousesUntilPassed(until, block.timestamp));
        _admissions[custodian] = Admission(until, false);
        emit CustodianAdmitted(custodian, criteria, until, by, ref);
    }

    /// @inheritdoc IWarehouses
    function recordOwnershipChange(uint32 custodian, bytes32 evidence, bytes32 ref) external {
        uint32 by = members.requireRole(msg.sender, Roles.OPERATOR | Roles.REGISTRAR, NOT_ATTESTING);
        require(by != custodian, WarehousesActsOnItself(by));
        require(evidence != 0, WarehousesNoEvidence(custodian));
        require(_admissions[custodian].until != 0, WarehousesNotAdmitted(custodian, 0, false));
        _admissions[custodian].ownersChanged = true;
        emit OwnershipChanged(custodian, evidence, by, ref);
    }

    /// @inheritdoc IWarehouses
    function setControlLimits(uint32 location, uint32 freshFor, uint32 freezeAfter, bytes32 ref) external {
        members.requireRole(msg.sender, Roles.OPERATOR, NOT_ATTESTING);
        Location storage place = _requireLocation(location);
        require(freshFor != 0 && freshFor <= freezeAfter, WarehousesControlLimits(freshFor, freezeAfter));
        (place.freshFor, place.freezeAfter) = (freshFor, freezeAfter);
        emit ControlLimitsSet(location, freshFor, freezeAfter, ref);
    }

    /// @inheritdoc IWarehouses
    function appointCounter(uint32 location, uint32 counter, uint32 appointer, bytes32 document, bytes32 ref) external {
        members.requireRole(msg.sender, Roles.OPERATOR, NOT_ATTESTING);
        Location storage place = _requireLocation(location);
        uint32 custodian = place.custodian;
        require(counter != custodian && appointer != custodian, WarehousesActsOnItself(custodian));
        if (counter != 0) members.requireParty(counter, Roles.ALL, NOT_ATTESTING);
        members.requireParty(appointer, Roles.ALL, 0);
        place.counter = counter;
        emit CounterAppointed(location, counter, appointer, document, ref);
    }

    // --------------------------------------------------------------- custodians

    /// @inheritdoc IWarehouses
    function registerLocation(
        bytes32 place,
        uint72 capacity,
        bytes3 unit,
        bytes32 ref
    ) external returns (uint32 location) {
        uint32 custodian = members.requireRole(msg.sender, Roles.CUSTODIAN, ANY);
        _requireAdmitted(custodian);
        require(place != 0, WarehousesEmpty(PLACE));
        require(capacity != 0, WarehousesEmpty(CAPACITY));
        require(unit != 0, WarehousesEmpty(UNIT));
        uint32 taken = _places[place];
        require(taken == 0, WarehousesPlaceTaken(place, taken, _locations[taken].custodian));

        location = ++_locationCount;
        _places[place] = location;
        Location storage stored = _locations[location];
        (stored.custodian, stored.capacity, stored.unit) = (custodian, capacity, unit);
        (stored.freshFor, stored.freezeAfter, stored.place) = (FRESH_FOR, FREEZE_AFTER, place);
        emit LocationRegistered(location, custodian, place, capacity, unit, ref);
        emit ControlLimitsSet(location, FRESH_FOR, FREEZE_AFTER, ref);
    }

    /// @inheritdoc IWarehouses
    function openLot(LotTerms calldata terms, bytes32 ref) external returns (uint32 lot) {
        uint32 custodian = members.requireRole(msg.sender, Roles.CUSTODIAN, ANY);
        Location storage place = _requireLocation(terms.location);
        _requireCustodian(terms.location, custodian);
        _requireAdmitted(custodian);
        require(terms.mark != 0, WarehousesEmpty(MARK));
        require(terms.goods != 0, WarehousesEmpty(GOODS));
        require(terms.minLot != 0, WarehousesEmpty(MIN_LOT));
        require(terms.lossBasisPoints <= MAX_LOSS, WarehousesLossStandard(terms.lossBasisPoints, MAX_LOSS));
        uint16 today = CivilDay.dayOf(block.timestamp, utcOffset);
        require(terms.storageUntil >= today, WarehousesDayPassed(terms.storageUntil, today));
        bytes32 goodsKey = goodsKeyOf(place.place, terms.mark);
        require(_goods[goodsKey] == 0, WarehousesLotTaken(goodsKey, _goods[goodsKey]));

        lot = ++_lotCount;
        _goods[goodsKey] = lot;
        Lot storage stored = _lots[lot];
        (stored.location, stored.lossBasisPoints) = (terms.location, terms.lossBasisPoints);
        (stored.storageUntil, stored.minLot, stored.goods) = (terms.storageUntil, terms.minLot, terms.goods);
        emit LotOpened(lot, goodsKey, terms, ref);
    }

    /// @inheritdoc IWarehouses
    function recordCount(Count calldata count, address signer, bytes calldata signature, bytes32 ref) external {
        Lot storage lot = _requireLot(count.lot);
        Location storage place = _locations[lot.location];
        bool own = count.counter == place.custodian;
        require(
            own || (count.counter != 0 && count.counter == place.counter),
            WarehousesNotCounter(lot.location, count.counter)
        );
        uint256 last = Math.max(own ? lot.byCustodianAt : lot.byCounterAt, lot.movedAt);
        require(
            count.takenAt > last && count.takenAt <= block.timestamp,
            WarehousesCountTime(count.lot, count.takenAt, last, block.timestamp)
        );
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(COUNT_TYPEHASH, count)));
        members.requireSignature(count.counter, count.epoch, count.deadline, signer, digest, signature);

        if (own) (lot.byCustodian, lot.byCustodianAt) = (count.quantity, count.takenAt);
        else (lot.byCounter, lot.byCounterAt) = (count.quantity, count.takenAt);
        uint72 measured = _weigh(lot, place.freshFor);
        _setMeasured(lot, measured, ref);
        emit Counted(count.lot, count.counter, count, measured, lot.contradicted, ref);
        _judge(count.lot, lot, ref);
    }

    // ------------------------------------------------------ verbs of ledger contracts

    /// @inheritdoc IWarehouses
    function putUnderReceipt(uint32 lot, uint32 custodian, uint72 quantity, bytes32 ref) external restricted {
        requireUsable(lot);
        Lot storage stock = _lots[lot];
        _requireCustodian(stock.location, custodian);
        (uint72 live, uint72 measured) = (stock.live, stock.measured);
        bool covered = uint256(live) + quantity <= measured;
        require(covered, WarehousesOverissued(lot, measured, live, quantity));
        stock.live = live + quantity;
        emit StockMoved(lot, live + quantity, measured, ref);
    }

    /// @inheritdoc IWarehouses
    function letOut(uint32 lot, uint32 custodian, uint72 quantity, uint72 goods, bytes32 ref) external restricted {
        Lot storage stock = _requireLot(lot);
        _requireCustodian(stock.location, custodian);
        require(_controlOf(stock) != Control.Frozen, WarehousesNoControl(lot, Control.Frozen, stock.soundAt));
        (uint72 live, uint72 measured) = (stock.live, stock.measured);
        (uint72 least, uint72 most) = stock.short
            ? (0, StockMath.shareOf(live, measured, quantity))
            : StockMath.fairGoods(live, measured, quantity, stock.lossBasisPoints);
        require(goods >= least && goods <= most, WarehousesGateOut(lot, goods, least, most));

        stock.live = live - quantity;
        // A count that misses what left is no count of less than nothing.
        stock.byCustodian -= uint72(Math.min(goods, stock.byCustodian));
        stock.byCounter -= uint72(Math.min(goods, stock.byCounter));
        stock.movedAt = uint40(block.timestamp);
        _setMeasured(stock, measured - goods, ref);
        emit StockMoved(lot, live - quantity, measured - goods, ref);
        _judge(lot, stock, ref);
    }

    /// @inheritdoc IWarehouses
    function takeFromReceipt(uint32 lot, uint32 custodian, uint72 quantity, bytes32 ref) external restricted {
        Lot storage stock = _requireLot(lot);
        _requireCustodian(stock.location, custodian);
        stock.live -= quantity;
        emit StockMoved(lot, stock.live, stock.measured, ref);
        _judge(lot, stock, ref);
    }

    // ------------------------------------------------------------------------- views

    /// @inheritdoc IWarehouses
    function admissionOf(uint32 custodian) external view returns (Admission memory) {
        return _admissions[custodian];
    }

    /// @inheritdoc IWarehouses
    function locationOf(uint32 location) external view returns (Location memory) {
        return _requireLocation(location);
    }

    /// @inheritdoc IWarehouses
    function locationAt(bytes32 place) external view returns (uint32) {
        return _places[place];
    }

    /// @inheritdoc IWarehouses
    function lotOf(uint32 lot) external view returns (Lot memory) {
        return _requireLot(lot);
    }

    /// @inheritdoc IWarehouses
    function lotOfGoods(bytes32 goodsKey) external view returns (uint32) {
        return _goods[goodsKey];
    }

    /// @inheritdoc IWarehouses
    function goodsKeyOf(bytes32 place, bytes32 mark) public pure returns (bytes32) {
        return keccak256(abi.encode(place, mark));
    }

    /// @inheritdoc IWarehouses
    function controlOf(uint32 lot) external view returns (Control) {
        return _controlOf(_requireLot(lot));
    }

    /// @inheritdoc IWarehouses
    function requireUsable(uint32 lot) public view {
        Lot storage stock = _requireLot(lot);
        Control control = _controlOf(stock);
        require(control == Control.Sound, WarehousesNoControl(lot, control, stock.soundAt));
        require(!stock.short, WarehousesShort(lot, stock.live, stock.measured));
        Location storage place = _locations[stock.location];
        require(!place.over, WarehousesOverCapacity(stock.location, place.measured, place.capacity));
        _requireAdmitted(place.custodian);
    }

    // --------------------------------------------------------------------- internals

    function _requireLocation(uint32 location) private view returns (Location storage place) {
        place = _locations[location];
        require(place.custodian != 0, WarehousesUnknownLocation(location));
    }

    function _requireLot(uint32 lot) private view returns (Lot storage stock) {
        stock = _lots[lot];
        require(stock.location != 0, WarehousesUnknownLot(lot));
    }

    function _requireCustodian(uint32 location, uint32 member) private view {
        uint32 custodian = _locations[location].custodian;
        require(member == custodian, WarehousesNotCustodian(location, member, custodian));
    }

    function _requireAdmitted(uint32 custodian) private view {
        Admission memory a = _admissions[custodian];
        bool current = a.until >= block.timestamp && !a.ownersChanged;
        require(current, WarehousesNotAdmitted(custodian, a.until, a.ownersChanged));
    }

    /// @dev Evidence grows old unless it is renewed; one that is contradicted isn't, and blocks new use at once.
    function _controlOf(Lot storage stock) private view returns (Control) {
        Location storage place = _locations[stock.location];
        uint256 age = block.timestamp - stock.soundAt;
        if (age > place.freezeAfter) return Control.Frozen;
        if (stock.contradicted) return Control.Contradicted;
        return age > place.freshFor ? Control.Stale : Control.Sound;
    }

    /// @dev What a lot holds by its last counts: the later one, or the lower one while custodian and counter disagree
    /// within the first limit of each other. Once they disagree, only agreement ends it, not waiting.
    function _weigh(Lot storage stock, uint32 freshFor) private returns (uint72) {
        (uint72 own, uint72 other) = (stock.byCustodian, stock.byCounter);
        (uint256 ownAt, uint256 otherAt) = (stock.byCustodianAt, stock.byCounterAt);
        bool contradicted = ownAt != 0 && otherAt != 0 && !StockMath.agree(own, other, stock.lossBasisPoints);
        uint256 apart = ownAt > otherAt ? ownAt - otherAt : otherAt - ownAt;
        if (contradicted && !stock.contradicted) contradicted = apart <= freshFor;
        stock.contradicted = contradicted;
        if (contradicted) return own < other ? own : other;
        stock.soundAt = uint40(Math.max(ownAt, otherAt));
        return ownAt >= otherAt ? own : other;
    }

    /// @dev Stores what a lot holds and marks its location while that exceeds the capacity.
    function _setMeasured(Lot storage stock, uint72 measured, bytes32 ref) private {
        Location storage place = _locations[stock.location];
        // Fits: a sum of 2^32 lots of 72 bits.
        uint104 sum = place.measured - stock.measured + measured;
        stock.measured = measured;
        place.measured = sum;
        bool over = sum > place.capacity;
        if (over == place.over) return;
        place.over = over;
        emit CapacityPassed(stock.location, sum, place.capacity, over, ref);
    }

    /// @dev Marks a lot short, or whole again, and ends or reopens the circulation of its receipts.
    function _judge(uint32 lot, Lot storage stock, bytes32 ref) private {
        (uint72 live, uint72 measured) = (stock.live, stock.measured);
        bool short = StockMath.isShort(live, measured, stock.lossBasisPoints);
        if (short == stock.short) return;
        stock.short = short;
        uint256 slot = uint256(lot) << 32;
        uint32 serials = receipts.setShort(lot, short, ref);
        if (!short) emit LotWhole(lot, ref);
        else {
            uint72 loss = StockMath.lossOf(live, stock.lossBasisPoints);
            emit LotShort(lot, live, measured, loss, slot | 1, slot | serials, ref);
        }
    }
}
