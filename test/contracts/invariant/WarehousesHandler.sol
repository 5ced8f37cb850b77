// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Members} from "../../../contracts/access/Members.sol";
import {IReceiptDelivery} from "../../../contracts/interfaces/IReceiptDelivery.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {IWarehouseReceipts} from "../../../contracts/interfaces/IWarehouseReceipts.sol";
import {IWarehouseTypes} from "../../../contracts/interfaces/IWarehouseTypes.sol";
import {Warehouses} from "../../../contracts/warehouse/Warehouses.sol";
import {Test} from "../helpers/Test.sol";

/// @title WarehousesHandler
/// @notice A custodian, a counter, two holders and a contract that holds (the handler itself) at work on three lots of
/// two locations. Each step foretells from plain numbers whether it may act; what it foretells must happen.
contract WarehousesHandler is Test {
    uint32 public constant CUSTODIAN = 2;
    uint32 public constant COUNTER = 3;
    uint32 public constant FIRST_HOLDER = 4;
    uint32 public constant LAST_HOLDER = 5;
    uint32 public constant LOTS = 3;
    uint16 public constant LOSS = 100;
    bytes32 private constant COUNT_TYPEHASH = keccak256(
        "Count(uint32 lot,uint32 counter,uint72 quantity,uint40 takenAt,uint8 method,bytes32 evidence,"
        "uint256 deadline,uint32 epoch)"
    );
    bytes32 private constant PICK_UP_TYPEHASH = keccak256(
        "PickUp(uint256 token,uint72 quantity,uint72 goods,uint256 hold,bytes32 gate,"
        "uint256 nonce,uint256 deadline,uint32 epoch)"
    );
    bytes32 private constant CANCELLATION_TYPEHASH = keccak256(
        "Cancellation(uint256 token,uint72 quantity,bytes32 document,uint256 nonce,uint256 deadline,uint32 epoch)"
    );
    bytes32 private constant REPLACEMENT_TYPEHASH = keccak256(
        "Replacement(uint256 token,uint72 quantity,uint256 hold,uint32 newLot,uint72 newQuantity,bytes32 terms,"
        "uint256 nonce,uint256 deadline,uint32 epoch)"
    );

    Warehouses private immutable WAREHOUSES;
    IWarehouseReceipts private immutable RECEIPTS;
    Members private immutable MEMBERS;

    /// @notice What was issued of each lot, and what ended of it.
    mapping(uint32 lot => uint256) public issued;
    mapping(uint32 lot => uint256) public ended;
    /// @notice Holds that were made; the last one's id.
    uint256 public holds;
    /// @notice Lots that an act, and no count, made short.
    uint256 public madeShort;
    /// @notice How often each step acted, and how often it was rightly refused.
    mapping(bytes4 step => uint256) public acted;
    mapping(bytes4 step => uint256) public refused;
    uint256 private nonces;

    constructor(Warehouses warehouses, IWarehouseReceipts receipts, Members members) {
        WAREHOUSES = warehouses;
        RECEIPTS = receipts;
        MEMBERS = members;
    }

    function keyOf(uint32 member) public pure returns (uint256) {
        return uint256(keccak256(abi.encode("member", member)));
    }

    function accountOf(uint32 member) public pure returns (address) {
        return vm.addr(keyOf(member));
    }

    // --- steps

    function count(uint256 seed) external {
        uint32 lot = _lot(seed);
        IWarehouseTypes.Lot memory stock = WAREHOUSES.lotOf(lot);
        uint32 by = seed % 3 == 0 ? COUNTER : CUSTODIAN;
        // As often around what was measured as anywhere.
        uint256 low = uint256(stock.measured) - stock.measured / 50;
        uint72 quantity = uint72(
            seed % 2 == 0 ? bound(seed >> 40, low, stock.measured + 5) : bound(seed >> 40, 0, 20_000)
        );
        uint40 takenAt = uint40(block.timestamp - ((seed >> 20) % 4));
        uint256 last = by == CUSTODIAN ? stock.byCustodianAt : stock.byCounterAt;
        bool allowed = takenAt > last && takenAt > stock.movedAt;
        IWarehouseTypes.Count memory c = IWarehouseTypes.Count(
            lot,
            by,
            quantity,
            takenAt,
            IWarehouseTypes.Method.Device,
            0,
            block.timestamp,
            1
        );
        bytes memory signature = _sign(by, address(WAREHOUSES), keccak256(abi.encode(COUNT_TYPEHASH, c)));
        try WAREHOUSES.recordCount(c, accountOf(by), signature, 0) {
            _record(allowed);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function issue(uint256 seed) external {
        uint32 lot = _lot(seed);
        IWarehouseTypes.Lot memory stock = WAREHOUSES.lotOf(lot);
        uint72 quantity = uint72(
            bound(seed >> 40, 0, stock.measured > stock.live ? stock.measured - stock.live + 2 : 2)
        );
        bool allowed = quantity != 0 && uint256(stock.live) + quantity <= stock.measured && _usable(lot);
        vm.prank(accountOf(CUSTODIAN));
        try RECEIPTS.issue(lot, _holder(seed >> 20), quantity, bytes32(uint256(1)), 0) {
            _record(allowed);
            issued[lot] += quantity;
        } catch {
            _recordRefusal(allowed);
        }
    }

    function split(uint256 seed) external {
        (uint256 id, ISplitToken.Link memory p) = _token(seed);
        uint256 value = bound(seed >> 40, 0, p.value);
        bool allowed = value != 0 && value < p.value && value <= p.value - p.held && !_closed(id);
        vm.prank(accountOf(p.owner));
        try RECEIPTS.split(id, value, 0) {
            _record(allowed);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function pass(uint256 seed) external {
        (uint256 id, ISplitToken.Link memory p) = _token(seed);
        uint256 value = bound(seed >> 40, 0, p.value);
        uint32 to = p.owner == FIRST_HOLDER ? LAST_HOLDER : FIRST_HOLDER;
        bool allowed = value != 0 && value <= p.value - p.held && !_closed(id) && p.tier < 254;
        vm.prank(accountOf(p.owner));
        try RECEIPTS.transfer(id, to, value, 0, 0) {
            _record(allowed);
        } catch {
            _recordRefusal(allowed);
        }
    }

    /// @notice What the receipts tell the contract that holds them, for which this one stands.
    function onGoodsTaken(uint256, uint72, uint256, bytes32) external {}

    function hold(uint256 seed) external {
        (uint256 id, ISplitToken.Link memory p) = _token(seed);
        uint256 value = bound(seed >> 40, 0, p.value);
        bool allowed = value != 0 && value <= p.value - p.held && !_closed(id);
        try RECEIPTS.hold(id, p.owner, value, type(uint40).max, 0) {
            _record(allowed);
            holds++;
            if (seed % 2 == 0) RECEIPTS.makeFirm(holds, 0);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function releasePart(uint256 seed) external {
        uint256 holdId = bound(seed, 0, holds);
        uint72 value = RECEIPTS.holdOf(holdId).value;
        uint72 part = uint72(bound(seed >> 40, 0, uint256(value) + 1));
        bool allowed = part != 0 && part <= value;
        try RECEIPTS.releasePart(holdId, part, 0) {
            _record(allowed);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function pickUp(uint256 seed) external {
        (uint256 id, ISplitToken.Link memory p) = _token(seed);
        _pickUp(seed, id, p, 0, uint72(bound(seed >> 40, 0, p.value)), p.value - p.held);
    }

    function pickUpHeld(uint256 seed) external {
        uint256 holdId = bound(seed, 0, holds);
        ISplitToken.Hold memory h = RECEIPTS.holdOf(holdId);
        if (h.value == 0) return;
        (ISplitToken.Link memory p, ) = RECEIPTS.positionOf(h.token);
        uint72 approved = uint72(bound(seed >> 80, 0, h.value));
        RECEIPTS.approvePickUp(holdId, approved, 0);
        _pickUp(seed, h.token, p, holdId, uint72(bound(seed >> 40, 0, h.value)), approved);
    }

    function cancel(uint256 seed) external {
        (uint256 id, ISplitToken.Link memory p) = _token(seed);
        uint72 quantity = uint72(bound(seed >> 40, 0, p.value));
        bool allowed = quantity != 0 && quantity <= p.value - p.held;
        uint256 nonce = nonces++;
        IReceiptDelivery.Cancellation memory order = IReceiptDelivery.Cancellation(
            id,
            quantity,
            0,
            nonce,
            block.timestamp,
            1
        );
        bytes32 hash = keccak256(abi.encode(CANCELLATION_TYPEHASH, order));
        bytes memory signature = _sign(p.owner, address(RECEIPTS), hash);
        vm.prank(accountOf(CUSTODIAN));
        try RECEIPTS.cancel(order, accountOf(p.owner), signature, 0) {
            _record(allowed);
            ended[uint32(id >> 32)] += quantity;
        } catch {
            _recordRefusal(allowed);
        }
    }

    function replace(uint256 seed) external {
        (uint256 id, ISplitToken.Link memory p) = _token(seed);
        uint32 newLot = _lot(seed >> 100);
        IWarehouseTypes.Lot memory stock = WAREHOUSES.lotOf(newLot);
        uint72 quantity = uint72(bound(seed >> 40, 0, p.value));
        uint72 fresh = uint72(bound(seed >> 70, 0, stock.measured > stock.live ? stock.measured - stock.live : 1));
        bool covered = fresh != 0 && uint256(stock.live) + fresh <= stock.measured && _usable(newLot);
        bool allowed = covered && newLot != id >> 32 && quantity != 0 && quantity <= p.value - p.held;
        IReceiptDelivery.Replacement memory order = IReceiptDelivery.Replacement(
            id,
            quantity,
            0,
            newLot,
            fresh,
            bytes32(uint256(2)),
            nonces++,
            block.timestamp,
            1
        );
        bytes32 hash = keccak256(abi.encode(REPLACEMENT_TYPEHASH, order));
        bytes memory signature = _sign(p.owner, address(RECEIPTS), hash);
        vm.prank(accountOf(CUSTODIAN));
        try RECEIPTS.replace(order, accountOf(p.owner), signature, 0) {
            _record(allowed);
            ended[uint32(id >> 32)] += quantity;
            issued[newLot] += fresh;
        } catch {
            _recordRefusal(allowed);
        }
    }

    function wait_(uint256 seed) external {
        // Seldom long enough for evidence to grow stale or frozen.
        uint256 time = seed % 8 == 0 ? bound(seed >> 8, 1, 4 days) : bound(seed >> 8, 1, 1 hours);
        vm.warp(block.timestamp + time);
        _record(true);
    }

    // --- what may be

    /// @dev Picks up `quantity` of a receipt, of which `most` may be, against goods around what is fair.
    function _pickUp(
        uint256 seed,
        uint256 id,
        ISplitToken.Link memory p,
        uint256 holdId,
        uint72 quantity,
        uint256 most
    ) private {
        uint32 lot = uint32(id >> 32);
        IWarehouseTypes.Lot memory stock = WAREHOUSES.lotOf(lot);
        uint256 about = stock.short ? (uint256(quantity) * stock.measured) / stock.live : quantity;
        uint72 goods = uint72(bound(seed >> 120, about - about / 64, about + (seed % 16 == 0 ? 1 : 0)));
        bool allowed = quantity != 0 && quantity <= most && _mayLeave(stock, quantity, goods) && !_frozen(stock);
        IReceiptDelivery.PickUp memory order = IReceiptDelivery.PickUp(
            id,
            quantity,
            goods,
            holdId,
            0,
            nonces++,
            block.timestamp,
            1
        );
        bytes32 hash = keccak256(abi.encode(PICK_UP_TYPEHASH, order));
        bytes memory signature = _sign(p.owner, address(RECEIPTS), hash);
        vm.prank(accountOf(CUSTODIAN));
        try RECEIPTS.pickUp(order, accountOf(p.owner), signature, 0) {
            _record(allowed);
            ended[lot] += quantity;
            if (!stock.short && WAREHOUSES.lotOf(lot).short) madeShort++;
        } catch {
            _recordRefusal(allowed);
        }
    }

    /// @dev Restates the rule of the gate by products alone.
    function _mayLeave(IWarehouseTypes.Lot memory stock, uint256 quantity, uint256 goods) private pure returns (bool) {
        if (goods > quantity || goods > stock.measured) return false;
        if (stock.short) return goods * stock.live <= quantity * stock.measured;
        uint256 rest = stock.live - quantity;
        bool covered = rest <= stock.measured - goods + (rest * LOSS) / 10_000;
        // What is kept back is at most natural loss, rounded up.
        return covered && (quantity - goods) * 10_000 < quantity * LOSS + 10_000;
    }

    function _frozen(IWarehouseTypes.Lot memory stock) private view returns (bool) {
        return block.timestamp > uint256(stock.soundAt) + 3 days;
    }

    function _usable(uint32 lot) private view returns (bool) {
        IWarehouseTypes.Lot memory stock = WAREHOUSES.lotOf(lot);
        bool fresh = block.timestamp <= uint256(stock.soundAt) + 1 days && !stock.contradicted;
        return fresh && !stock.short && !WAREHOUSES.locationOf(stock.location).over;
    }

    function _closed(uint256 id) private view returns (bool) {
        return WAREHOUSES.lotOf(uint32(id >> 32)).short;
    }

    // --- picking and recording

    function _lot(uint256 seed) private pure returns (uint32) {
        return 1 + uint32(seed % LOTS);
    }

    function _holder(uint256 seed) private pure returns (uint32) {
        return FIRST_HOLDER + uint32(seed % 2);
    }

    /// @dev A receipt of some lot, with value where one is near; a step without receipts is a refusal.
    function _token(uint256 seed) private view returns (uint256 id, ISplitToken.Link memory p) {
        for (uint256 i = 0; i < LOTS; i++) {
            uint32 lot = _lot((seed % LOTS) + i);
            uint256 serials = RECEIPTS.slotInfo(lot).serials;
            if (serials == 0) continue;
            for (uint256 j = 0; j < 8; j++) {
                id = (uint256(lot) << 32) | (1 + ((((seed >> 8) % serials) + j) % serials));
                (p, ) = RECEIPTS.positionOf(id);
                if (p.value != 0) return (id, p);
            }
        }
        // Unknown: nobody owns it, so every verb refuses.
        id = (uint256(1) << 32) | type(uint32).max;
        p.owner = FIRST_HOLDER;
    }

    function _sign(uint32 member, address verifier, bytes32 structHash) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Tallystick"),
                keccak256("1"),
                block.chainid,
                verifier
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domain, structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keyOf(member), digest);
        return abi.encodePacked(r, s, v);
    }

    function _record(bool allowed) private {
        assertTrue(allowed, "what must be refused was done");
        acted[msg.sig]++;
    }

    function _recordRefusal(bool allowed) private {
        assertTrue(!allowed, "what is allowed was refused");
        refused[msg.sig]++;
    }
}
