// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ILedgerAuthority} from "../interfaces/ILedgerAuthority.sol";

/// @title Authority
/// @notice The AccessManager of a ledger: it holds parameters and the grants of ledger contracts, and nothing of
/// members.
/// @dev Nobody but the deployer, which renounces, ever administers without notice: an administrator acts 7 days after
/// it announced what it will do, and a grant delay can't be shorter than that.
contract Authority is AccessManager, ILedgerAuthority {
    /// @inheritdoc ILedgerAuthority
    uint32 public constant MIN_DELAY = 7 days;

    /// @param deployer Administers without delay until it renounces.
    constructor(address deployer) AccessManager(deployer) {}

    /// @dev The deployer's own grant is made while the contract has no code yet.
    function _grantRole(
        uint64 roleId,
        address account,
        uint32 grantDelay,
        uint32 executionDelay
    ) internal override returns (bool) {
        bool bounded = roleId != ADMIN_ROLE || executionDelay >= MIN_DELAY || address(this).code.length == 0;
        require(bounded, AuthorityDelayTooShort(roleId, executionDelay, MIN_DELAY));
        return super._grantRole(roleId, account, grantDelay, executionDelay);
    }

    function _setGrantDelay(uint64 roleId, uint32 newDelay) internal override {
        require(newDelay >= MIN_DELAY, AuthorityDelayTooShort(roleId, newDelay, MIN_DELAY));
        super._setGrantDelay(roleId, newDelay);
    }
}
