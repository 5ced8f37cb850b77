// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {ICreditCertificates} from "../../../contracts/interfaces/ICreditCertificates.sol";
import {IReceivableTerms} from "../../../contracts/interfaces/IReceivableTerms.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {IRules} from "../../../contracts/interfaces/IRules.sol";
import {CivilDay} from "../../../contracts/libraries/CivilDay.sol";
import {Test} from "../helpers/Test.sol";
import {ReceivablesModel} from "./ReceivablesModel.sol";

/// @title ReceivablesHandler
/// @notice Random steps of obligors, suppliers, operator and settlement. Each call acts: it makes the receivable it
/// needs when there is none. A refusal must be the one that the model foretells; nothing else reverts.
contract ReceivablesHandler is ReceivablesModel, Test {
    /// @dev Ids and accounts of the members that act.
    struct Cast {
        uint32[2] obligors;
        uint32[3] suppliers;
        address[2] obligorAccounts;
        address[3] supplierAccounts;
        address operator;
        address settler;
    }

    uint256 private constant SHARED_TAGS = 5;
    uint72 private constant PLENTY = type(uint72).max;
    bytes3[2] internal currencies = [bytes3("CNY"), bytes3("USD")];

    IReceivables private immutable RECEIVABLES;
    ICreditCertificates private immutable CERTIFICATES;
    IRules private immutable RULES;
    Cast private cast;

    /// @notice How often each step acted, and how often it was rightly refused.
    mapping(bytes4 step => uint256) public acted;
    mapping(bytes4 step => uint256) public refused;
    /// @notice The receivable of the last step.
    uint32 public last;
    uint256 private salts;

    constructor(IReceivables receivables, ICreditCertificates certificates, IRules rules, Cast memory cast_) {
        RECEIVABLES = receivables;
        CERTIFICATES = certificates;
        RULES = rules;
        cast = cast_;
    }

    // --- steps

    function register(uint256 seed) external {
        _register(seed, _terms(seed));
        acted[msg.sig]++;
    }

    function confirm(uint256 seed) external {
        // Old registrations fall due, so half of the time it is a new one.
        uint32 id = (seed >> 24) % 2 == 0 ? 0 : _pick(IReceivables.State.Registered, seed);
        if (id == 0) id = _register(seed, _terms(seed));
        uint40 acceptBy = uint40(block.timestamp + bound(seed >> 32, 1, 5 days));
        bytes4 refusal = _refusalOfConfirmation(cases[id - 1], _today());
        _tryConfirm(id, acceptBy, refusal);
    }

    function accept(uint256 seed) external {
        uint32 id = _confirmedCase(seed);
        ReceivablesModel.Case storage c = cases[id - 1];
        bytes4 refusal;
        if (block.timestamp > c.acceptBy) refusal = IReceivableTerms.ReceivablesAcceptByPassed.selector;
        else if (_today() > c.dueDay) refusal = IReceivableTerms.ReceivablesDuePassed.selector;
        vm.prank(_supplier(c.creditor));
        try RECEIVABLES.accept(id, 0) {
            _record(refusal);
            _accepted(c);
        } catch (bytes memory reason) {
            _recordRefusal(reason, refusal);
        }
    }

    function reject(uint256 seed) external {
        uint32 id = _confirmedCase(seed);
        vm.prank(_supplier(cases[id - 1].creditor));
        RECEIVABLES.reject(id, 0, 0);
        _givenUp(cases[id - 1], IReceivables.State.Rejected);
        acted[msg.sig]++;
    }

    function expire(uint256 seed) external {
        uint32 id = _confirmedCase(seed);
        bytes4 refusal;
        if (block.timestamp <= cases[id - 1].acceptBy) {
            refusal = IReceivableTerms.ReceivablesAcceptByNotPassed.selector;
        }
        try RECEIVABLES.expire(id, 0) {
            _record(refusal);
            _givenUp(cases[id - 1], IReceivables.State.Expired);
        } catch (bytes memory reason) {
            _recordRefusal(reason, refusal);
        }
    }

    function void(uint256 seed) external {
        uint32 id = _pick(IReceivables.State.Registered, seed);
        if (id == 0) id = _register(seed, _terms(seed));
        ReceivablesModel.Case storage c = cases[id - 1];
        vm.prank(seed % 2 == 0 ? _obligor(c.obligor) : _supplier(c.creditor));
        RECEIVABLES.void(id, 0);
        c.state = IReceivables.State.Voided;
        acted[msg.sig]++;
    }

    function setLimit(uint256 seed) external {
        (uint32 obligor, bytes3 currency) = (cast.obligors[seed % 2], currencies[(seed >> 8) % 2]);
        Limit storage l = limits[obligor][currency];
        uint72 limit = uint72(bound((seed >> 16) % type(uint72).max, 0, l.ceiling + l.ceiling / 4 + 1));
        bytes4 refusal = limit > l.ceiling ? IReceivableTerms.ReceivablesLimitAboveCeiling.selector : bytes4(0);
        vm.prank(_obligor(obligor));
        try RECEIVABLES.setLimit(currency, limit, 0) {
            _record(refusal);
            l.limit = limit;
        } catch (bytes memory reason) {
            _recordRefusal(reason, refusal);
        }
    }

    function setCeiling(uint256 seed) external {
        _setCeiling(cast.obligors[seed % 2], currencies[(seed >> 8) % 2], uint72(bound(seed >> 16, 0, 60_000)));
        acted[msg.sig]++;
    }

    /// @notice Ends a part or all of an accepted receivable's value.
    function end(uint256 seed) external {
        uint32 id = _pick(IReceivables.State.Accepted, seed);
        if (id == 0) id = _acceptedCase(seed);
        ReceivablesModel.Case storage c = cases[id - 1];
        uint72 value = seed % 2 == 0 ? c.open : uint72(bound(seed >> 8, 1, c.open));
        vm.prank(cast.settler);
        CERTIFICATES.retire((uint256(id) << 32) | 1, c.creditor, value, 0);
        vm.prank(cast.settler);
        RECEIVABLES.discharge(id, value, 0);
        _ended(c, value);
        acted[msg.sig]++;
    }

    function wait_(uint256 seed) external {
        vm.warp(block.timestamp + bound(seed, 1, 2 days));
        acted[msg.sig]++;
    }

    // --- cases that a step needs

    /// @dev The first receivable in a state, from a random one on; 0 for none.
    function _pick(IReceivables.State state, uint256 seed) private returns (uint32) {
        uint256 count = cases.length;
        for (uint256 i = 0; i < count; i++) {
            uint256 index = ((seed % count) + i) % count;
            if (cases[index].state == state) return last = uint32(index + 1);
        }
        return 0;
    }

    function _confirmedCase(uint256 seed) private returns (uint32 id) {
        id = _pick(IReceivables.State.Confirmed, seed);
        if (id != 0) return id;
        IReceivableTerms.Terms memory terms = _terms(seed);
        terms.dueDay = terms.contractDueDay = _today() + 30;
        // Invoices that nobody else uses, within a limit that holds everything.
        for (uint256 i = 0; i < terms.invoices.length; i++) {
            terms.invoices[i].tag = keccak256(abi.encode("own invoice", salts, i));
        }
        _setCeiling(terms.obligor, terms.currency, PLENTY);
        vm.prank(_obligor(terms.obligor));
        RECEIVABLES.setLimit(terms.currency, PLENTY, 0);
        limits[terms.obligor][terms.currency].limit = PLENTY;
        id = _register(seed, terms);
        _confirm(id, uint40(block.timestamp + 3 days));
    }

    function _acceptedCase(uint256 seed) private returns (uint32 id) {
        id = _confirmedCase(seed);
        ReceivablesModel.Case storage c = cases[id - 1];
        if (block.timestamp > c.acceptBy || _today() > c.dueDay) {
            vm.prank(_supplier(c.creditor));
            RECEIVABLES.reject(id, 0, 0);
            _givenUp(c, IReceivables.State.Rejected);
            return _acceptedCase(seed);
        }
        vm.prank(_supplier(c.creditor));
        RECEIVABLES.accept(id, 0);
        _accepted(c);
    }

    /// @dev One to three invoices out of few shared ones, so that they meet; one in eight has another face. Which ones
    /// are shared changes with time, since in the end they are used up.
    function _terms(uint256 seed) private returns (IReceivableTerms.Terms memory terms) {
        uint256 dice = uint256(keccak256(abi.encode(seed, ++salts)));
        terms.obligor = cast.obligors[dice % 2];
        terms.creditor = cast.suppliers[(dice >> 8) % 3];
        terms.currency = currencies[(dice >> 16) % 16 == 0 ? 1 : 0];
        terms.deliveryDay = _today();
        terms.dueDay = terms.contractDueDay = _today() + uint16((dice >> 24) % 60);
        terms.documentRoot = keccak256("documents");
        terms.longTermReason = keccak256("custom of the trade");
        terms.salt = bytes32(salts);
        terms.invoices = new IClaims.Use[](1 + ((dice >> 40) % 3));
        for (uint256 i = 0; i < terms.invoices.length; i++) {
            uint256 own = uint256(keccak256(abi.encode(dice, i)));
            uint256 number = (own % SHARED_TAGS) + SHARED_TAGS * (salts / 10);
            uint72 face = uint72(1_000 * ((number % SHARED_TAGS) + 1) + ((own >> 8) % 8 == 0 ? 1 : 0));
            uint72 amount = uint72(bound(own >> 16, 1, face / 2));
            terms.invoices[i] = IClaims.Use(keccak256(abi.encode("invoice", number)), face, amount);
            terms.amount += amount;
        }
    }

    function _register(uint256 seed, IReceivableTerms.Terms memory terms) private returns (uint32 id) {
        vm.prank(seed % 2 == 0 ? _supplier(terms.creditor) : _obligor(terms.obligor));
        id = RECEIVABLES.register(terms, 0);
        ReceivablesModel.Case storage c = cases.push();
        assertEq(id, cases.length, "ids count up");
        c.state = IReceivables.State.Registered;
        (c.obligor, c.creditor) = (terms.obligor, terms.creditor);
        (c.amount, c.currency, c.dueDay) = (terms.amount, terms.currency, terms.dueDay);
        c.terms = abi.encode(terms);
        last = id;
    }

    function _tryConfirm(uint32 id, uint40 acceptBy, bytes4 refusal) private {
        ReceivablesModel.Case storage c = cases[id - 1];
        vm.prank(_obligor(c.obligor));
        try RECEIVABLES.confirm(id, abi.decode(c.terms, (IReceivableTerms.Terms)), acceptBy, 0) {
            _record(refusal);
            _confirmed(c, acceptBy);
            _assertWithinLimit(c);
        } catch (bytes memory reason) {
            _recordRefusal(reason, refusal);
        }
    }

    function _confirm(uint32 id, uint40 acceptBy) private {
        ReceivablesModel.Case storage c = cases[id - 1];
        vm.prank(_obligor(c.obligor));
        RECEIVABLES.confirm(id, abi.decode(c.terms, (IReceivableTerms.Terms)), acceptBy, 0);
        _confirmed(c, acceptBy);
        _assertWithinLimit(c);
    }

    /// @dev I4, at the time of a confirmation.
    function _assertWithinLimit(ReceivablesModel.Case storage c) private view {
        (uint72 limit, uint72 inUse) = RECEIVABLES.limitOf(c.obligor, c.currency);
        assertAtMost(inUse, limit, "I4");
    }

    function _setCeiling(uint32 obligor, bytes3 currency, uint72 ceiling) private {
        vm.prank(cast.operator);
        RULES.setCeiling(obligor, currency, ceiling, 0);
        limits[obligor][currency].ceiling = ceiling;
    }

    // --- helpers

    function _record(bytes4 refusal) private {
        assertTrue(refusal == 0, "accepted what the model refuses");
        acted[msg.sig]++;
    }

    function _recordRefusal(bytes memory reason, bytes4 refusal) private {
        assertEq(bytes4(reason), refusal, "refused for another reason");
        refused[msg.sig]++;
    }

    function _obligor(uint32 member) private view returns (address) {
        return cast.obligorAccounts[member == cast.obligors[0] ? 0 : 1];
    }

    function _supplier(uint32 member) private view returns (address) {
        return cast.supplierAccounts[member - cast.suppliers[0]];
    }

    function _today() private view returns (uint16) {
        return CivilDay.dayOf(block.timestamp, 8 hours);
    }
}
