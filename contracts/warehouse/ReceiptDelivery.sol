// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {IMembers} from "../interfaces/IMembers.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {IReceiptDelivery} from "../interfaces/IReceiptDelivery.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {ISplitTokenErrors} from "../interfaces/ISplitTokenErrors.sol";
import {ISplitTokenEvents} from "../interfaces/ISplitTokenEvents.sol";
import {IWarehouses} from "../interfaces/IWarehouses.sol";
import {Holds} from "../token/Holds.sol";
import {Positions} from "../token/Positions.sol";
import {Position, PositionLib} from "../types/Position.sol";
import {Roles} from "../types/Roles.sol";
import {ReceiptStorage} from "./ReceiptStorage.sol";

/// @title ReceiptDelivery
/// @notice How warehouse receipts begin and end, and their holds: the second bytecode of `WarehouseReceipts`.
contract ReceiptDelivery is IReceiptDelivery, ReceiptStorage, Holds, EIP712 {
    using BitMaps for BitMaps.BitMap;

    /// @dev Caps of certificates guard against chains of credit; title to goods may travel as far as the words hold.
    uint8 private constant MAX_TIER = type(uint8).max - 1;
    uint24 private constant MAX_SPLITS = type(uint24).max;
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

    IWarehouses private immutable warehouses;
    /// @dev Alone holds receipts, and hears what of them leaves or is replaced.
    ILiens private immutable liens;

    constructor(
        address authority,
        IMembers members_,
        uint256 utcOffset_,
        IWarehouses warehouses_,
        ILiens liens_
    ) Positions(authority, members_, utcOffset_) EIP712("Tallystick", "1") {
        warehouses = warehouses_;
        liens = liens_;
    }

    // --------------------------------------------------------------- custodians

    /// @inheritdoc IReceiptDelivery
    function issue(
        uint32 lot,
        uint32 depositor,
        uint72 quantity,
        bytes32 terms,
        bytes32 ref
    ) external returns (uint256 id) {
        uint32 custodian = _issuer();
        // A custodian that gives receipts to itself is what empty receipts were made of.
        require(depositor != custodian, ISplitTokenErrors.SplitTokenToDebtor(uint256(lot) << 32, depositor));
        _requireSupplier(depositor);
        return _issue(lot, custodian, depositor, quantity, terms, ref);
    }

    /// @inheritdoc IReceiptDelivery
    function pickUp(PickUp calldata order, address signer, bytes calldata signature, bytes32 ref) external {
        (uint32 custodian, ) = _caller();
        Position p = _endable(order.token);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(PICK_UP_TYPEHASH, order)));
        members.requireSignature(p.owner(), order.epoch, order.deadline, signer, digest, signature);
        _useOrderNonce(p.owner(), order.nonce, ref);
        if (order.hold == 0) _requireFree(order.token, p, order.quantity);
        else {
            uint72 approved = _approvedPickUps[order.hold];
            require(order.quantity <= approved, ReceiptsNotApproved(order.hold, approved, order.quantity));
            _approvedPickUps[order.hold] = approved - order.quantity;
            p = _shrinkOf(order.hold, order.token, p, order.quantity, ref);
        }
        _end(order.token, p, order.quantity);
        emit PickedUp(order.token, p.owner(), order.quantity, order.goods, order.hold, order.gate, ref);
        if (order.hold != 0) liens.onGoodsTaken(order.hold, order.quantity, 0, ref);
        warehouses.letOut(uint32(order.token >> 32), custodian, order.quantity, order.goods, ref);
    }

    /// @inheritdoc IReceiptDelivery
    function cancel(Cancellation calldata order, address signer, bytes calldata signature, bytes32 ref) external {
        (uint32 custodian, ) = _caller();
        Position p = _endable(order.token);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(CANCELLATION_TYPEHASH, order)));
        members.requireSignature(p.owner(), order.epoch, order.deadline, signer, digest, signature);
        _useOrderNonce(p.owner(), order.nonce, ref);
        _requireFree(order.token, p, order.quantity);
        _end(order.token, p, order.quantity);
        emit ReceiptCancelled(order.token, p.owner(), order.quantity, order.document, ref);
        warehouses.takeFromReceipt(uint32(order.token >> 32), custodian, order.quantity, ref);
    }

    /// @inheritdoc IReceiptDelivery
    function replace(
        Replacement calldata order,
        address signer,
        bytes calldata signature,
        bytes32 ref
    ) external returns (uint256 newToken, uint256 newHold) {
        uint32 custodian = _issuer();
        Position p = _endable(order.token);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(REPLACEMENT_TYPEHASH, order)));
        members.requireSignature(p.owner(), order.epoch, order.deadline, signer, digest, signature);
        _useOrderNonce(p.owner(), order.nonce, ref);
        newToken = _issueInstead(order, custodian, p.owner(), ref);
        if (order.hold == 0) _requireFree(order.token, p, order.quantity);
        else {
            bytes32 approved = _approvedReplacements[order.hold];
            require(approved == digest, ReceiptsOtherReplacement(order.hold, approved, digest));
            delete _approvedReplacements[order.hold];
            newHold = _holdInstead(order.hold, newToken, ref);
            p = _shrinkOf(order.hold, order.token, p, order.quantity, ref);
        }
        _end(order.token, p, order.quantity);
        emit ReceiptReplaced(order.token, newToken, order.quantity, order.newQuantity, order.hold, newHold, ref);
        if (newHold != 0) liens.onGoodsTaken(order.hold, order.quantity, newHold, ref);
        warehouses.takeFromReceipt(uint32(order.token >> 32), custodian, order.quantity, ref);
    }

    // ------------------------------------------------------------------ holders

    /// @inheritdoc IReceiptDelivery
    function cancelOrder(uint256 nonce, bytes32 ref) external {
        (uint32 member, ) = _caller();
        _useOrderNonce(member, nonce, ref);
    }

    // -------------------------------------------------- verbs of ledger contracts

    /// @inheritdoc IReceiptDelivery
    function setShort(uint32 lot, bool short, bytes32) external restricted returns (uint32 serials) {
        ISplitToken.Slot storage slot = _slots[lot];
        slot.closed = short;
        return slot.serials;
    }

    /// @inheritdoc IReceiptDelivery
    function approvePickUp(uint256 holdId, uint72 quantity, bytes32 ref) external restricted {
        uint72 value = _ownHold(holdId).value;
        require(quantity <= value, ISplitTokenErrors.SplitTokenExceedsHold(holdId, value, quantity));
        _approvedPickUps[holdId] = quantity;
        emit PickUpApproved(holdId, quantity, ref);
    }

    /// @inheritdoc IReceiptDelivery
    function approveReplacement(uint256 holdId, bytes32 order, bytes32 ref) external restricted {
        _ownHold(holdId);
        _approvedReplacements[holdId] = order;
        emit ReplacementApproved(holdId, order, ref);
    }

    // -------------------------------------------------------------------- views

    /// @inheritdoc IReceiptDelivery
    function termsOf(uint256 id) external view returns (bytes32) {
        // Every parent's serial is below its child's, so the walk ends at a root.
        for (uint32 up = _existing(id).parent(); up != 0; up = _positions[id].parent()) id = ((id >> 32) << 32) | up;
        return _terms[id];
    }

    /// @inheritdoc IReceiptDelivery
    function approvalOf(uint256 holdId) external view returns (uint72 quantity, bytes32 replacement) {
        return (_approvedPickUps[holdId], _approvedReplacements[holdId]);
    }

    /// @inheritdoc IReceiptDelivery
    function isOrderNonceUsed(uint32 member, uint256 nonce) external view returns (bool) {
        return _orderNonces[member].get(nonce);
    }

    // ---------------------------------------------------------------- internals

    /// @dev The member of the calling account: a custodian without any suspension, as it takes on new debts of goods.
    function _issuer() private view returns (uint32) {
        return members.requireRole(msg.sender, Roles.CUSTODIAN, type(uint16).max);
    }

    /// @dev Mints a receipt below a spent position of the custodian, so that receipts of two issues are no siblings.
    function _issue(
        uint32 lot,
        uint32 custodian,
        uint32 holder,
        uint72 quantity,
        bytes32 terms,
        bytes32 ref
    ) private returns (uint256 id) {
        require(quantity != 0, ISplitTokenErrors.SplitTokenZeroValue(uint256(lot) << 32));
        require(terms != 0, ReceiptsNoTerms(lot));
        warehouses.putUnderReceipt(lot, custodian, quantity, ref);
        uint32 root = _slots[lot].serials + 1;
        if (root == 1) _openSlot(lot, custodian);
        _requireOpen(lot, _slots[lot].closed, _slots[lot].dueDay);
        _slots[lot].serials = root + 1;
        uint256 rootId = (uint256(lot) << 32) | root;
        _positions[rootId] = PositionLib.create(custodian, 0, 0, 1, 0);
        _terms[rootId] = terms;
        id = _mint(lot, root + 1, PositionLib.create(holder, quantity, root, 1, 0), _primaryOf(holder));
        emit TransferValue(0, id, quantity);
        emit ReceiptIssued(id, holder, custodian, rootId, quantity, terms, ref);
    }

    /// @dev What all receipts of a lot share.
    function _openSlot(uint32 lot, uint32 custodian) private {
        IWarehouses.Lot memory stock = warehouses.lotOf(lot);
        ISplitToken.Slot storage slot = _slots[lot];
        (slot.noticeTo, slot.unit) = (custodian, warehouses.locationOf(stock.location).unit);
        (slot.dueDay, slot.minLot) = (stock.storageUntil, stock.minLot);
        (slot.maxTier, slot.warnTier) = (MAX_TIER, MAX_TIER);
        (slot.maxSplits, slot.warnSplits) = (MAX_SPLITS, MAX_SPLITS);
    }

    /// @dev Issues the receipt that takes the place of another one: other goods of the same unit.
    function _issueInstead(
        Replacement calldata order,
        uint32 custodian,
        uint32 holder,
        bytes32 ref
    ) private returns (uint256 newToken) {
        uint32 lot = uint32(order.token >> 32);
        newToken = _issue(order.newLot, custodian, holder, order.newQuantity, order.terms, ref);
        bool fits = lot != order.newLot && _slots[lot].unit == _slots[order.newLot].unit;
        require(fits, ReceiptsNoReplacement(lot, order.newLot));
    }

    /// @dev Holds the whole of a new receipt as another one is held.
    function _holdInstead(uint256 holdId, uint256 newToken, bytes32 ref) private returns (uint256 newHold) {
        ISplitToken.Hold memory h = _holds[holdId];
        Position p = _positions[newToken];
        h.token = uint64(newToken);
        h.value = p.value();
        newHold = ++_holdCount;
        _holds[newHold] = h;
        emit ISplitTokenEvents.Held(newHold, newToken, address(liens), h.value, h.expiresAt, ref);
        p = p.withHeld(h.value).withFirm(h.firm ? 1 : 0);
        if (h.firm) emit ISplitTokenEvents.HoldMadeFirm(newHold, ref);
        if (_isKept(newHold)) {
            p = _withPledged(newToken, p, h.value, ref);
            emit ISplitTokenEvents.HoldKept(newHold, ref);
        }
        _positions[newToken] = p;
    }

    /// @dev A position whose value may end: known, neither frozen nor financed with recourse.
    function _endable(uint256 id) private view returns (Position p) {
        p = _existing(id);
        _requireUnfrozen(id, p);
        require(!p.has(PositionLib.RECOURSE), ISplitTokenErrors.SplitTokenFinanced(id));
    }

    /// @dev Takes value off a hold that an order names, and answers the position's word without it, not yet stored.
    function _shrinkOf(uint256 holdId, uint256 id, Position p, uint72 value, bytes32 ref) private returns (Position) {
        uint256 token = _holds[holdId].token;
        require(token == id, ReceiptsOtherHold(holdId, token, id));
        return _shrink(holdId, id, p, value, ref);
    }

    /// @dev Ends value; its position's word stays for the lineage.
    function _end(uint256 id, Position p, uint72 value) private {
        _reduce(id, p, value);
        emit TransferValue(id, 0, value);
    }

    function _useOrderNonce(uint32 member, uint256 nonce, bytes32 ref) private {
        require(!_orderNonces[member].get(nonce), ReceiptsNonceUsed(member, nonce));
        _orderNonces[member].set(nonce);
        emit OrderNonceSpent(member, nonce, ref);
    }
}
