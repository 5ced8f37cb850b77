// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificateSettlement} from "../../../contracts/interfaces/ICertificateSettlement.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {LedgerSetup} from "../helpers/LedgerSetup.sol";

/// @title SettlementSharesFuzz
/// @notice A run's shares over any positions, in batches of any size, against the formula of the design: pay_i =
/// floor(P*C_i/T) - floor(P*C_(i-1)/T), each exactly once, together P.
contract SettlementSharesFuzz is LedgerSetup {
    uint32 private constant SLOT = 900;
    uint256 private constant ROOT = (uint256(SLOT) << 32) | 1;

    function setUp() external {
        deployLedger();
    }

    function testPaysEachPositionItsShareOnce(uint72 total, uint72 paid, uint256 cuts, uint256 sizes) external {
        total = uint72(bound(total, 1, type(uint72).max));
        paid = uint72(bound(paid, 1, total));
        uint32 serials = _issue(total, cuts);
        _run(serials, total, paid, sizes);
        ICertificateSettlement.Totals memory totals = certificates.totalsOf(SLOT);
        assertEq(totals.live, total - paid, "live");
        assertEq(totals.settled, paid, "settled");
    }

    /// @dev What is left is paid by a second run, in batches of other sizes.
    function testPaysTheRestInASecondRun(uint72 total, uint72 first, uint256 cuts, uint256 sizes) external {
        total = uint72(bound(total, 2, type(uint72).max));
        first = uint72(bound(first, 1, total - 1));
        uint32 serials = _issue(total, cuts);
        _run(serials, total, first, sizes);
        _run(serials, total - first, total - first, ~sizes);
        for (uint32 serial = 1; serial <= serials; serial++) assertEq(_valueOf(serial), 0, "paid in full");
        assertEq(certificates.totalsOf(SLOT).live, 0, "live");
    }

    /// @dev Pay of a frozen position waits: it is part of P, and stays outside the next T.
    function testReservesWhatWaits(uint72 total, uint72 paid, uint256 cuts, uint256 whose) external {
        total = uint72(bound(total, 1, type(uint72).max));
        paid = uint72(bound(paid, 1, total));
        uint32 serials = _issue(total, cuts);
        uint256 frozen = (uint256(SLOT) << 32) | bound(whose, 1, serials);
        _freeze(frozen);
        _close(total);
        vm.prank(address(runs));
        certificates.settleBatch(SLOT, 0, serials, paid, total, 0, 0);
        ICertificateSettlement.Totals memory totals = certificates.totalsOf(SLOT);
        assertEq(totals.waiting, certificates.waitingOf(frozen), "what waits");
        assertEq(uint256(totals.settled) + totals.waiting, paid, "paid or reserved");
        _close(total - paid);
    }

    function _run(uint32 serials, uint72 total, uint72 paid, uint256 sizes) private {
        uint256[] memory expected = _expected(serials, total, paid);
        _close(total);
        (uint72 cumulative, uint32 cursor) = (0, 0);
        for (; cumulative < total; sizes = uint256(keccak256(abi.encode(sizes)))) {
            ICertificateSettlement.Leg[] memory legs;
            vm.prank(address(runs));
            uint256 limit = bound(sizes, 1, serials);
            (legs, cumulative, cursor) = certificates.settleBatch(SLOT, cursor, limit, paid, total, cumulative, 0);
            for (uint256 i = 0; i < legs.length; i++) {
                assertEq(legs[i].pay, expected[uint32(legs[i].id)], "pay");
                expected[uint32(legs[i].id)] = 0;
            }
        }
        assertEq(cumulative, total, "C ends at T");
        for (uint32 serial = 1; serial <= serials; serial++) assertEq(expected[serial], 0, "nobody is left out");
        assertTrue(!certificates.slotInfo(SLOT).running, "closed");
    }

    /// @dev The formula in 256 bits; each share is the exact one rounded up or down.
    function _expected(uint32 serials, uint72 total, uint72 paid) private view returns (uint256[] memory pays) {
        pays = new uint256[](serials + 1);
        uint256 before;
        uint256 cumulative;
        for (uint32 serial = 1; serial <= serials; serial++) {
            uint256 value = _valueOf(serial);
            cumulative += value;
            uint256 share = (uint256(paid) * cumulative) / total;
            pays[serial] = share - before;
            before = share;
            assertAtMost(pays[serial], value, "no more than its value");
            assertAtMost(pays[serial], (paid * value) / total + 1, "at most a unit above its part");
            assertAtMost((paid * value) / total, pays[serial] + 1, "at most a unit below its part");
        }
        assertEq(before, paid, "together P");
    }

    /// @dev A root and up to 11 parts, delivered to financiers at any size.
    function _issue(uint72 total, uint256 cuts) private returns (uint32 serials) {
        ISplitToken.Slot memory slot;
        slot.noticeTo = OBLIGOR_A;
        slot.dueDay = type(uint16).max;
        vm.prank(address(receivables));
        certificates.issue(SLOT, SUPPLIER_A, total, slot, 0);
        serials = 1;
        uint256 left = total;
        for (uint256 i = cuts % 12; i > 0 && left > 0; i--) {
            uint256 part = bound(uint256(keccak256(abi.encode(cuts, i))), 1, left);
            left -= part;
            vm.prank(address(factoring));
            uint256 holdId = certificates.hold(ROOT, SUPPLIER_A, part, uint40(block.timestamp + 1), 0);
            vm.prank(address(factoring));
            certificates.commitHold(holdId, FINANCIER_A, 2, ISplitToken.Cause.Financing, 0, 0);
            serials++;
        }
    }

    function _close(uint72 expected) private {
        vm.prank(address(runs));
        assertEq(certificates.closeCirculation(SLOT, 0), expected, "T");
    }

    function _freeze(uint256 id) private {
        address second = vm.addr(0x1e9a1);
        vm.prank(accountOf(LEGAL));
        members.addAccount(second, 0);
        vm.warp(block.timestamp + 48 hours);
        vm.prank(accountOf(LEGAL));
        certificates.proposeFreeze(id, true, "order", 0);
        vm.prank(second);
        certificates.confirmFreeze(id, true, "order", 0);
    }

    function _valueOf(uint32 serial) private view returns (uint72) {
        (ISplitToken.Link memory link, ) = certificates.positionOf((uint256(SLOT) << 32) | serial);
        return link.value;
    }
}
