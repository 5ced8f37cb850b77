// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEarlyPayments} from "../../../contracts/interfaces/IEarlyPayments.sol";
import {ICreditCertificates} from "../../../contracts/interfaces/ICreditCertificates.sol";
import {IFactoring} from "../../../contracts/interfaces/IFactoring.sol";
import {IMembers} from "../../../contracts/interfaces/IMembers.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {IRules} from "../../../contracts/interfaces/IRules.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISettlementRuns} from "../../../contracts/interfaces/ISettlementRuns.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {CivilDay} from "../../../contracts/libraries/CivilDay.sol";
import {PositionLib} from "../../../contracts/types/Position.sol";
import {Test} from "../helpers/Test.sol";

/// @title CirculationWorld
/// @notice What the steps of the circulation invariants share: the contracts, who acts, and the positions in plain
/// numbers. The model changes only where a step says by whose word; so a position that differs was moved by nobody's.
abstract contract CirculationWorld is Test {
    struct Ledger {
        IMembers members;
        IRules rules;
        IReceivables receivables;
        ICreditCertificates certificates;
        ISettlement settlement;
        ISettlementRuns runs;
        IEarlyPayments early;
        IFactoring factoring;
    }

    struct Cast {
        uint32 operator;
        uint32 bank;
        uint32 legal;
        address secondLegal;
        uint32[3] suppliers;
        uint32[2] financiers;
    }

    struct Issued {
        uint32 obligor;
        uint72 amount;
        uint72 settled;
        uint72 attested;
        uint16 dueDay;
        bytes3 currency;
        bytes32 termsDigest;
    }

    struct Plain {
        uint32 owner;
        uint72 value;
        uint32 parent;
        uint8 tier;
    }

    bytes3 internal constant CNY = "CNY";

    Ledger internal ledger;
    Cast internal cast;
    uint32[] internal obligors;
    uint32[] internal slots;
    uint256[] internal ids;
    mapping(uint32 receivable => Issued) private _issued;
    mapping(uint256 id => Plain) private _plain;
    mapping(uint32 member => uint256) private _keys;
    uint256 internal counter;

    /// @notice How often each step acted, and how often it was rightly refused.
    mapping(bytes4 step => uint256) public acted;
    mapping(bytes4 step => uint256) public refused;
    /// @notice The receivable of the last step; 0 for none.
    uint32 public last;

    /// @dev Counts a step that acted.
    modifier acts() {
        _;
        acted[msg.sig]++;
    }

    // --- what the invariants read

    function slotCount() external view returns (uint256) {
        return slots.length;
    }

    function slotAt(uint256 index) external view returns (uint32) {
        return slots[index];
    }

    function issuedOf(uint32 receivable) public view returns (Issued memory) {
        return _issued[receivable];
    }

    function plainOf(uint256 id) public view returns (Plain memory) {
        return _plain[id];
    }

    function obligorCount() external view returns (uint256) {
        return obligors.length;
    }

    function obligorAt(uint256 index) external view returns (uint32) {
        return obligors[index];
    }

    /// @notice Every hold hangs on a financing or an early payment.
    function holdCount() public view returns (uint256) {
        return ledger.factoring.financingCount() + ledger.early.earlyPaymentCount();
    }

    /// @notice What of a position open offers and holds reserve; firm ones alone where `onlyFirm`.
    function reservedOf(uint256 id, bool onlyFirm) public view returns (uint256 sum) {
        uint256 count = holdCount();
        for (uint256 i = 1; i <= count; i++) {
            ISplitToken.Hold memory h = ledger.certificates.holdOf(i);
            if (h.token == id && (h.firm || !onlyFirm)) sum += h.value;
        }
        if (onlyFirm) return sum;
        for (uint256 i = 1; i <= offers; i++) {
            ISplitToken.Offer memory o = ledger.certificates.offerOf(i);
            if (o.token == id && o.state == 1) sum += o.value;
        }
    }

    /// @notice Offers made so far.
    uint256 public offers;

    // --- the model

    function _noteIssue(uint32 receivable, Issued memory its) internal {
        _issued[receivable] = its;
        slots.push(receivable);
    }

    function _born(uint256 id, uint32 owner, uint72 value, uint256 parentId, uint8 tier) internal {
        assertEq(_plain[id].owner, 0, "a token id is given once");
        _plain[id] = Plain(owner, value, uint32(parentId), tier);
        ids.push(id);
    }

    /// @dev Value passes: `hop` is 1 in circulation, 0 otherwise (I2).
    function _passed(uint256 id, uint256 childId, uint32 to, uint72 value, uint8 hop) internal {
        _plain[id].value -= value;
        _born(childId, to, value, id, _plain[id].tier + hop);
    }

    function _moved(uint256 fromId, uint256 toId, uint72 value) internal {
        _plain[fromId].value -= value;
        _plain[toId].value += value;
    }

    function _ended(uint256 id, uint72 value) internal {
        _plain[id].value -= value;
    }

    function _noteAttested(uint32 receivable, uint72 amount) internal {
        _issued[receivable].attested += amount;
    }

    function _noteSettled(uint32 receivable, uint72 value) internal {
        _issued[receivable].settled += value;
    }

    /// @dev A run takes from positions what the totals say was settled, from no frozen one, and gives to none.
    function _afterRun(uint32 receivable) internal {
        uint256 taken;
        uint32 serials = ledger.certificates.slotInfo(receivable).serials;
        for (uint32 serial = 1; serial <= serials; serial++) {
            uint256 id = (uint256(receivable) << 32) | serial;
            ISplitToken.Link memory link = _link(id);
            uint72 before = _plain[id].value;
            if (link.value == before) continue;
            assertTrue(link.flags & PositionLib.FROZEN == 0, "a run paid a frozen position");
            assertAtMost(link.value, before, "a run gave value");
            taken += before - link.value;
            _plain[id].value = link.value;
        }
        uint72 settled = ledger.certificates.totalsOf(receivable).settled;
        assertEq(taken, settled - _issued[receivable].settled, "settled is what positions lost");
        _issued[receivable].settled = settled;
    }

    // --- reading the ledger

    function _link(uint256 id) internal view returns (ISplitToken.Link memory link) {
        (link, ) = ledger.certificates.positionOf(id);
    }

    function _today() internal view returns (uint16) {
        return CivilDay.dayOf(block.timestamp, 8 hours);
    }

    function _isOpen(uint256 id) internal view returns (bool) {
        ISplitToken.Slot memory slot = ledger.certificates.slotInfo(id >> 32);
        return !slot.closed && _today() <= slot.dueDay;
    }

    function _isRunning(uint256 id) internal view returns (bool) {
        return ledger.certificates.slotInfo(id >> 32).running;
    }

    function _isFrozen(uint256 id) internal view returns (bool) {
        return _link(id).flags & PositionLib.FROZEN != 0;
    }

    function _nextSerial(uint256 id) internal view returns (uint256) {
        return ((id >> 32) << 32) | (uint256(ledger.certificates.slotInfo(id >> 32).serials) + 1);
    }

    function _suspensionsOf(uint32 member) internal view returns (uint16) {
        return ledger.members.memberOf(member).suspensions;
    }

    function _isSupplier(uint32 member) internal view returns (bool) {
        return member >= cast.suppliers[0] && member <= cast.suppliers[2];
    }

    /// @dev The n-th number that follows from a seed.
    function _dice(uint256 seed, uint256 n) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, n)));
    }

    // --- who acts

    /// @dev The key of the account that acts for a member now; the first one is that of `LedgerSetup`.
    function _keyOf(uint32 member) internal view returns (uint256) {
        return _keyAt(member, _keys[member]);
    }

    function _keyAt(uint32 member, uint256 index) internal pure returns (uint256) {
        if (index == 0) return uint256(keccak256(abi.encode("member", member)));
        return uint256(keccak256(abi.encode("member", member, index)));
    }

    function _accountOf(uint32 member) internal view returns (address) {
        return vm.addr(_keyOf(member));
    }

    function _nextAccountOf(uint32 member) internal view returns (address) {
        return vm.addr(_keyAt(member, _keys[member] + 1));
    }

    function _useNextAccount(uint32 member) internal {
        _keys[member]++;
    }

    /// @dev The next call comes from the member's account.
    function _as(uint32 member) internal {
        vm.prank(_accountOf(member));
    }

    // --- outcomes

    function _foretold(bytes4 refusal) internal {
        assertTrue(refusal == 0, "accepted what the model refuses");
        acted[msg.sig]++;
    }

    function _refused(bytes memory reason, bytes4 refusal) internal {
        assertEq(bytes4(reason), refusal, "refused for another reason");
        refused[msg.sig]++;
    }
}
