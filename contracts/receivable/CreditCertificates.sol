// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {ICertificateMetadata} from "../interfaces/ICertificateMetadata.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {Positions} from "../token/Positions.sol";
import {SplitToken} from "../token/SplitToken.sol";
import {CertificateStorage} from "./CertificateStorage.sol";

/// @title CreditCertificates
/// @notice The parts of confirmed receivables that circulate. `ICreditCertificates` is what this address answers.
/// @dev What members do every day is in this bytecode. What other ledger contracts and legal accounts do (`IHolds`,
/// `ICertificateSettlement`) is in a second one, reached by the fallback and fixed for ever at deployment: together
/// they would exceed the size limit of one contract. Nothing can replace either.
contract CreditCertificates is CertificateStorage, SplitToken {
    /// @notice The second bytecode; it keeps no state of its own that counts.
    address public immutable settlementPart;

    constructor(
        address authority,
        IMembers members_,
        uint256 utcOffset_,
        ICertificateMetadata metadata_,
        address settlementPart_
    ) Positions(authority, members_, utcOffset_) SplitToken(metadata_) EIP712("Tallystick", "1") {
        settlementPart = settlementPart_;
    }

    /// @notice Runs the second bytecode on this contract's state.
    fallback() external {
        address part = settlementPart;
        // Forwards call and answer unchanged; the end-to-end tests run every verb of both interfaces through it.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), part, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }

    /// @inheritdoc SplitToken
    function name() external pure override returns (string memory) {
        return "Tallystick Credit Certificate";
    }

    /// @inheritdoc SplitToken
    function symbol() external pure override returns (string memory) {
        return "TCC";
    }
}
