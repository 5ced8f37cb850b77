// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICreditCertificates} from "../../../contracts/interfaces/ICreditCertificates.sol";
import {ILienTypes} from "../../../contracts/interfaces/ILienTypes.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {PositionLib} from "../../../contracts/types/Position.sol";
import {LiensWorld} from "./LiensWorld.sol";

/// @title LiensHandler
/// @notice Random steps of holders, secured parties, buyers, settlement runs and legal accounts around liens. What each
/// lien began with and what it lost by whose word is kept in plain numbers.
contract LiensHandler is LiensWorld {
    bytes32 private constant ENFORCEMENT_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "Enforcement(uint256 lien,uint72 value,uint32 buyer,uint72 price,uint72 claim,bytes3 currency,uint32 bank,uint40 expiresAt,uint40 defaultedAt,uint256 nonce,uint256 deadline,uint32 epoch)"
    );

    bytes32 private immutable domain;

    constructor(Ledger memory ledger_, Cast memory cast_) {
        (ledger, cast) = (ledger_, cast_);
        domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Tallystick"),
                keccak256("1"),
                block.chainid,
                address(ledger_.liens)
            )
        );
    }

    modifier acts() {
        _;
        acted[msg.sig]++;
    }

    function slotCount() external view returns (uint256) {
        return slots.length;
    }

    function lienCount() external view returns (uint256) {
        return ids.length;
    }

    // --- liens

    function pledge(uint256 seed) external acts {
        (uint256 id, ISplitToken.Link memory p) = _free(seed);
        uint72 amount = uint72(bound(seed >> 8, 1, (p.value - p.held + 3) / 4));
        vm.prank(_account(p.owner));
        uint256 lien = ledger.liens.pledge(
            ILienTypes.Pledge({
                asset: address(ledger.certificates),
                token: uint64(id),
                amount: amount,
                securedParty: cast.financiers[(seed >> 16) % 2],
                expiresAt: uint40(block.timestamp + 2 days),
                terms: "terms",
                debt: "debt",
                supervisor: 0,
                purchaseMoneyDay: 0
            }),
            0
        );
        ids.push(lien);
        began[lien] = amount;
    }

    /// @dev Registered at one of a few times, so that several are equal; refused once it is too late or too many.
    function accept(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Proposed);
        if (lien == 0) return;
        uint40 registeredAt = uint40(1_000_000 + (seed % 3));
        vm.prank(_account(ledger.liens.lienOf(lien).securedParty));
        try ledger.liens.accept(lien, ILienTypes.Registration("number", registeredAt), 0) {
            acted[msg.sig]++;
        } catch {}
    }

    function endProposal(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Proposed);
        if (lien == 0) return;
        ILienTypes.Lien memory l = ledger.liens.lienOf(lien);
        if (block.timestamp > l.expiresAt) {
            ledger.liens.expire(lien, 0);
        } else if (seed % 2 == 0) {
            vm.prank(_account(l.securedParty));
            ledger.liens.refuse(lien, 0);
        } else {
            vm.prank(_account(l.debtor));
            ledger.liens.withdraw(lien, 0);
        }
        began[lien] = 0;
        acted[msg.sig]++;
    }

    function release(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Active);
        if (lien == 0) return;
        ILienTypes.Lien memory l = ledger.liens.lienOf(lien);
        uint72 amount = seed % 2 == 0 ? l.amount : uint72(bound(seed >> 8, 1, l.amount));
        vm.prank(_account(l.securedParty));
        ledger.liens.release(lien, amount, 0);
        lost[lien] += amount;
        acted[msg.sig]++;
    }

    /// @dev The secured party takes over; refused while the position is frozen or a run is open.
    function enforce(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Active);
        if (lien == 0) return;
        uint72 value = uint72(bound(seed >> 8, 1, ledger.liens.lienOf(lien).amount));
        if (!_enforce(lien, value, ledger.liens.lienOf(lien).securedParty)) return;
        lost[lien] += value;
        acted[msg.sig]++;
    }

    function sell(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Active);
        if (lien == 0) return;
        ILienTypes.Lien memory l = ledger.liens.lienOf(lien);
        uint32 buyer = l.debtor == cast.suppliers[0] ? cast.suppliers[1] : cast.suppliers[0];
        if (l.debtor != cast.suppliers[0] && l.debtor != cast.suppliers[1]) buyer = cast.suppliers[0];
        if (_enforce(lien, uint72(bound(seed >> 8, 1, l.amount)), buyer)) acted[msg.sig]++;
    }

    /// @dev The bank accepts, pays or returns; what no bank accepted in time expires.
    function endSale(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Selling);
        if (lien == 0) return;
        uint64 instruction = ledger.liens.saleOf(lien).instruction;
        ISettlement.Instruction memory i = ledger.settlement.instructionOf(instruction);
        bool open =
            i.state == ISettlement.State.Accepted ||
                (block.timestamp <= i.expiresAt && ledger.liens.isAcceptable(instruction));
        if (!open) {
            ledger.settlement.expireInstruction(instruction, 0);
        } else if (seed % 3 == 0 && i.state == ISettlement.State.Issued) {
            vm.prank(_account(cast.bank));
            ledger.settlement.acceptInstruction(instruction, _today(), 0);
            return;
        } else {
            bool paid = seed % 4 != 1;
            if (!paid && i.state == ISettlement.State.Issued) return;
            _attest(instruction, paid ? ISettlement.Outcome.Paid : ISettlement.Outcome.Returned, i.amount);
            _noteSale(lien);
        }
        acted[msg.sig]++;
    }

    function deliver(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Paid);
        if (lien == 0) return;
        try ledger.liens.deliver(lien, 0) {
            lost[lien] += ledger.liens.saleOf(lien).value;
            acted[msg.sig]++;
        } catch {}
    }

    // --- circulation and settlement

    function pass(uint256 seed) external acts {
        (uint256 id, ISplitToken.Link memory p) = _free(seed);
        uint32 to = p.owner == cast.suppliers[0] ? cast.suppliers[1] : cast.suppliers[0];
        uint256 value = bound(seed >> 8, 1, (p.value - p.held + 1) / 2);
        vm.prank(_account(p.owner));
        if (seed % 2 == 0) ledger.certificates.transfer(id, to, value, "trade", 0);
        else ledger.certificates.offer(id, to, value, uint40(block.timestamp + 1 days), "trade", 0);
    }

    /// @dev The obligor pays a part or all on the due day, and a run distributes it.
    function settle(uint256 seed) external {
        uint32 receivable = slots[seed % slots.length];
        ICreditCertificates.Totals memory totals = ledger.certificates.totalsOf(receivable);
        if (totals.live <= totals.waiting) return;
        uint256 due = uint256(ledger.certificates.slotInfo(receivable).dueDay) * 1 days;
        if (block.timestamp < due) vm.warp(due);
        uint72 unpaid = totals.live - totals.waiting;
        uint72 amount = seed % 4 == 0 ? unpaid : uint72(bound(seed >> 8, 1, unpaid));
        vm.prank(_account(cast.obligor));
        uint40 expiresAt = uint40(block.timestamp + 1 days);
        uint256 instruction = ledger.runs.instructSettlement(receivable, amount, cast.bank, expiresAt, 0);
        _attest(instruction, ISettlement.Outcome.Paid, amount);
        _noted(receivable, true, 0);
        acted[msg.sig]++;
    }

    function settleWaiting(uint256 seed) external {
        (bool found, uint256 id) = _marked(seed, PositionLib.WAITING);
        if (!found) return;
        if (_link(id).flags & PositionLib.FROZEN != 0) _setFrozen(id, false);
        if (_noted(uint32(id >> 32), false, id)) acted[msg.sig]++;
    }

    function freeze(uint256 seed) external acts {
        (bool found, uint256 id) = _marked(seed, PositionLib.FROZEN);
        if (found && seed % 4 != 0) return _setFrozen(id, false);
        (id, ) = _free(seed);
        _setFrozen(id, true);
    }

    function wait_(uint256 seed) external acts {
        vm.warp(block.timestamp + bound(seed, 1, 30) * 1 hours);
    }

    // --- what steps need

    /// @dev Runs a settlement step and notes what each lien got of it: earlier ones first, nobody more than its lien.
    function _noted(uint32 receivable, bool batch, uint256 id) private returns (bool) {
        uint256[] memory before = new uint256[](ids.length);
        for (uint256 i = 0; i < ids.length; i++) before[i] = ledger.liens.lienOf(ids[i]).amount;
        if (batch) ledger.runs.settleBatch(receivable, 200, 0);
        else {
            try ledger.runs.settleWaiting(id, 0) {} catch {
                return false;
            }
        }
        for (uint256 i = 0; i < ids.length; i++) {
            ILienTypes.Lien memory l = ledger.liens.lienOf(ids[i]);
            uint256 paid = before[i] - l.amount;
            lost[ids[i]] += paid;
            if (paid == 0 || l.token == 0) continue;
            _requireEarlierPaid(l);
        }
        return true;
    }

    /// @dev A lien that was paid in part leaves no earlier one behind.
    function _requireEarlierPaid(ILienTypes.Lien memory l) private view {
        uint256[] memory others = ledger.liens.liensOn(address(ledger.certificates), l.token);
        for (uint256 i = 0; i < others.length; i++) {
            uint40 time = ledger.liens.lienOf(others[i]).registeredAt;
            assertTrue(time >= l.registeredAt, "an earlier lien is paid in full before");
        }
    }

    function _enforce(uint256 lien, uint72 value, uint32 buyer) private returns (bool done) {
        ILienTypes.Lien memory l = ledger.liens.lienOf(lien);
        vm.prank(_account(l.securedParty));
        ledger.liens.declareDefault(lien, "evidence", 0);
        bool sale = buyer != l.securedParty;
        ILienTypes.Enforcement memory order = ILienTypes.Enforcement({
            lien: lien,
            value: value,
            buyer: buyer,
            price: 5,
            claim: 5,
            currency: "CNY",
            bank: sale ? cast.bank : 0,
            expiresAt: sale ? uint40(block.timestamp + 1 days) : 0,
            defaultedAt: uint40(block.timestamp),
            nonce: ++counter
        });
        IReceivables.Signature memory signature = _sign(l.debtor, order);
        vm.prank(_account(l.securedParty));
        try ledger.liens.enforce(order, signature, 0) {
            return true;
        } catch {}
    }

    function _sign(
        uint32 member,
        ILienTypes.Enforcement memory order
    ) private view returns (IReceivables.Signature memory signature) {
        uint256 deadline = block.timestamp;
        bytes32 structHash = keccak256(abi.encode(ENFORCEMENT_TYPEHASH, order, deadline, uint32(1)));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domain, structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_key(member), digest);
        return IReceivables.Signature(_account(member), deadline, 1, abi.encodePacked(r, s, v));
    }

    /// @dev After an outcome: sold, or paid and waiting, or as before.
    function _noteSale(uint256 lien) private {
        ILienTypes.State state = ledger.liens.lienOf(lien).state;
        uint256 value = ledger.liens.saleOf(lien).value;
        uint256 expected = began[lien] - lost[lien];
        if (state != ILienTypes.State.Paid && ledger.liens.lienOf(lien).amount == expected - value) lost[lien] += value;
    }
}
