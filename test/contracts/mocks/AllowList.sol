// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title AllowList
/// @notice Behaves as subnet-evm's precompiled lists do, for chains that have none: put its code at a list's address.
/// @dev Roles lie where the precompile keeps them, in the slot that is the address, so that a test gives the first
/// administrator as a genesis file does, by writing storage.
contract AllowList {
    event RoleSet(uint256 indexed role, address indexed account, address indexed sender, uint256 oldRole);

    error AllowListCannotModify(address sender, address account, uint256 role);

    uint256 private constant NONE = 0;
    uint256 private constant ENABLED = 1;
    uint256 private constant ADMIN = 2;
    uint256 private constant MANAGER = 3;

    function setNone(address account) external {
        _set(account, NONE);
    }

    function setEnabled(address account) external {
        _set(account, ENABLED);
    }

    function setAdmin(address account) external {
        _set(account, ADMIN);
    }

    function setManager(address account) external {
        _set(account, MANAGER);
    }

    function readAllowList(address account) public view returns (uint256 role) {
        // The slot is the address itself, which no Solidity variable can be.
        assembly {
            role := sload(account)
        }
    }

    function _set(address account, uint256 role) private {
        uint256 oldRole = readAllowList(account);
        uint256 own = readAllowList(msg.sender);
        bool isLow = (oldRole == NONE || oldRole == ENABLED) && (role == NONE || role == ENABLED);
        bool may = own == ADMIN || (own == MANAGER && isLow);
        require(may, AllowListCannotModify(msg.sender, account, role));
        // As above.
        assembly {
            sstore(account, role)
        }
        emit RoleSet(role, account, msg.sender, oldRole);
    }
}
