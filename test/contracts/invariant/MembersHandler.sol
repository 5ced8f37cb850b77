// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Members} from "../../../contracts/access/Members.sol";
import {Test} from "../helpers/Test.sol";

/// @title MembersHandler
/// @notice Random members, thieves and operators at work on accounts, beside a model that restates the rules by plain
/// lists: no generations, no packed words. What the model foretells must happen; nothing else reverts.
contract MembersHandler is Test {
    /// @dev An account as the model sees it. A retired one is only named as its member's primary account.
    struct Account {
        uint32 member;
        uint256 from;
        address proposer;
        bool retired;
    }

    /// @dev A member as the model sees it, with the recovery that runs; none without an account.
    struct Owner {
        uint32 epoch;
        address primary;
        address recoversTo;
        uint256 recoverableFrom;
    }

    uint256 public constant ACCOUNTS = 8;
    uint32 public constant FIRST = 3;
    uint32 public constant LAST = 5;

    Members private immutable MEMBERS;
    address private immutable OPERATOR;
    address private immutable GUARDIAN;

    mapping(address account => Account) public accounts;
    mapping(uint32 member => Owner) public owners;
    /// @notice How often each step acted, and how often it was rightly refused.
    mapping(bytes4 step => uint256) public acted;
    mapping(bytes4 step => uint256) public refused;

    constructor(Members members, address operator, address guardian) {
        MEMBERS = members;
        OPERATOR = operator;
        GUARDIAN = guardian;
        for (uint32 id = FIRST; id <= LAST; id++) {
            address account = pool(id - FIRST);
            accounts[account] = Account(id, block.timestamp, address(0), false);
            owners[id] = Owner(1, account, address(0), 0);
        }
    }

    /// @notice The accounts that members fight for.
    function pool(uint256 index) public pure returns (address) {
        return address(uint160(0xacc0 + (index % ACCOUNTS)));
    }

    // --- steps

    function add(uint256 seed) external {
        (address caller, address account) = (_someActive(seed), pool(seed >> 16));
        uint32 member = _memberOf(caller);
        bool allowed = _decides(member) && accounts[account].member == 0 && _waitingOf(member) == address(0);
        vm.prank(caller);
        try MEMBERS.addAccount(account, 0) {
            _record(allowed);
            accounts[account] = Account(member, block.timestamp + 48 hours, caller, false);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function confirm(uint256 seed) external {
        address caller = seed % 4 == 0 ? _someActive(seed) : _someSecond(seed);
        uint32 member = _memberOf(caller);
        address account = seed % 8 == 0 ? pool(seed >> 16) : _waitingOf(member);
        bool waits = account != address(0) && account == _waitingOf(member);
        bool allowed = _decides(member) && waits && accounts[account].proposer != caller;
        vm.prank(caller);
        try MEMBERS.confirmAccount(account, 0) {
            _record(allowed);
            accounts[account].from = block.timestamp;
        } catch {
            _recordRefusal(allowed);
        }
    }

    function revoke(uint256 seed) external {
        address caller = seed % 8 == 0 ? OPERATOR : _someActive(seed);
        // Seldom the one that waits: otherwise none would ever live to be 48 hours old.
        address waiting = _waitingOf(_memberOf(caller));
        address account = seed % 16 == 1 && waiting != address(0) ? waiting : pool(seed >> 16);
        Account memory a = accounts[account];
        // Seldom a member's last key: members without any decide nothing.
        if (seed % 8 > 1 && a.member != 0 && _keysOf(a.member) == 1) return;
        bool own = a.member == _memberOf(caller);
        bool allowed = a.member != 0 && !a.retired && (caller == OPERATOR || (caller != address(0) && own));
        vm.prank(caller);
        try MEMBERS.revokeAccount(account, 0) {
            _record(allowed);
            _revoked(a.member, account, own ? caller : address(0));
        } catch {
            _recordRefusal(allowed);
        }
    }

    function setPrimary(uint256 seed) external {
        (address caller, address account) = (_someActive(seed), pool(seed >> 16));
        uint32 member = _memberOf(caller);
        bool allowed = _decides(member) && _memberOf(account) == member;
        vm.prank(caller);
        try MEMBERS.setPrimaryAccount(account, 0) {
            _record(allowed);
            if (accounts[owners[member].primary].retired) delete accounts[owners[member].primary];
            owners[member].primary = account;
        } catch {
            _recordRefusal(allowed);
        }
    }

    function recover(uint256 seed) external {
        (uint32 member, address account) = (_someMember(seed), pool(seed >> 16));
        Owner storage owner = owners[member];
        bool running = owner.recoversTo != address(0);
        // Mostly a member that has no keys left, as it happens in life.
        if (!running && seed % 8 != 0 && _keysOf(member) != 0) return;
        bool allowed = running ? account == owner.recoversTo : _isFreeFor(account, member);
        vm.prank(OPERATOR);
        try MEMBERS.proposeRecovery(member, account, 0, 0) {
            _record(allowed);
            vm.prank(GUARDIAN);
            MEMBERS.proposeRecovery(member, account, 0, 0);
            if (!running) (owner.recoversTo, owner.recoverableFrom) = (account, block.timestamp + 72 hours);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function cancel(uint256 seed) external {
        uint32 member = _someMember(seed);
        address caller = seed % 4 == 0 ? OPERATOR : _someActive(seed >> 8);
        bool may = caller == OPERATOR || (caller != address(0) && _memberOf(caller) == member);
        bool allowed = may && owners[member].recoversTo != address(0);
        vm.prank(caller);
        try MEMBERS.cancelRecovery(member, 0) {
            _record(allowed);
            (owners[member].recoversTo, owners[member].recoverableFrom) = (address(0), 0);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function execute(uint256 seed) external {
        uint32 member = _someMember(seed);
        Owner memory owner = owners[member];
        address account = owner.recoversTo;
        bool due = account != address(0) && block.timestamp >= owner.recoverableFrom;
        bool allowed = due && _isFreeFor(account, member);
        try MEMBERS.executeRecovery(member, 0) {
            _record(allowed);
            for (uint256 i = 0; i < ACCOUNTS; i++) {
                if (accounts[pool(i)].member == member) delete accounts[pool(i)];
            }
            accounts[account] = Account(member, block.timestamp, address(0), false);
            owners[member] = Owner(owner.epoch + 1, account, address(0), 0);
        } catch {
            _recordRefusal(allowed);
        }
    }

    function wait_(uint256 seed) external {
        vm.warp(block.timestamp + bound(seed, 1 minutes, 40 hours));
        acted[msg.sig]++;
    }

    // --- the model

    /// @notice The member that an account acts for now, the one that it belongs to, and from when it acts.
    function expected(address account) external view returns (uint32 acts, uint32 owner, uint256 from) {
        Account storage a = accounts[account];
        return (_memberOf(account), a.member, a.retired ? type(uint40).max : a.from);
    }

    function _memberOf(address account) private view returns (uint32) {
        Account storage a = accounts[account];
        return a.retired || a.from > block.timestamp ? 0 : a.member;
    }

    function _decides(uint32 member) private view returns (bool) {
        return member != 0 && owners[member].recoversTo == address(0);
    }

    function _isFreeFor(address account, uint32 member) private view returns (bool) {
        return accounts[account].member == 0 || accounts[account].member == member;
    }

    function _waitingOf(uint32 member) private view returns (address) {
        for (uint256 i = 0; member != 0 && i < ACCOUNTS; i++) {
            Account storage a = accounts[pool(i)];
            if (a.member == member && !a.retired && a.from > block.timestamp) return pool(i);
        }
        return address(0);
    }

    /// @dev `by` is the member's own account that revoked, or zero.
    function _revoked(uint32 member, address account, address by) private {
        Owner storage owner = owners[member];
        if (accounts[account].from <= block.timestamp) {
            delete accounts[_waitingOf(member)];
            owner.epoch += 1;
        }
        bool named = account == owner.primary;
        if (named && by != address(0) && by != account) (owner.primary, named) = (by, false);
        if (named) accounts[account].retired = true;
        else delete accounts[account];
    }

    function _keysOf(uint32 member) private view returns (uint256 keys) {
        for (uint256 i = 0; i < ACCOUNTS; i++) if (_memberOf(pool(i)) == member) keys++;
    }

    // --- chance

    function _someMember(uint256 seed) private pure returns (uint32) {
        return FIRST + uint32((seed >> 4) % (LAST - FIRST + 1));
    }

    /// @dev Mostly an account that acts, so that most steps do; the zero account when there is none.
    function _someActive(uint256 seed) private view returns (address) {
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            address account = pool((seed >> 32) + i);
            if (_memberOf(account) != 0 || seed % 16 == 0) return account;
        }
        return address(0);
    }

    /// @dev An account that may confirm what another one of its member proposed, if there is any.
    function _someSecond(uint256 seed) private view returns (address) {
        for (uint256 i = 0; i < ACCOUNTS; i++) {
            address account = pool((seed >> 32) + i);
            uint32 member = _memberOf(account);
            address waiting = _waitingOf(member);
            if (_decides(member) && waiting != address(0) && accounts[waiting].proposer != account) return account;
        }
        return _someActive(seed);
    }

    function _record(bool allowed) private {
        assertTrue(allowed, "a step went through that the model refuses");
        acted[msg.sig]++;
    }

    function _recordRefusal(bool allowed) private {
        assertTrue(!allowed, "a step was refused that the model allows");
        refused[msg.sig]++;
    }
}
