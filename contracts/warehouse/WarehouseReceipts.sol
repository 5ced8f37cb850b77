// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {ICertificateMetadata} from "../interfaces/ICertificateMetadata.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {Positions} from "../token/Positions.sol";
import {SplitToken} from "../token/SplitToken.sol";
import {ReceiptStorage} from "./ReceiptStorage.sol";

/// @title WarehouseReceipts
/// @notice Title to parts of lots, which circulates. `IWarehouseReceipts` is what this address answers.
/// @dev As with certificates, what members do every day is in this bytecode; issue, delivery and holds are in
/// `ReceiptDelivery`, reached by the fallback and fixed for ever at deployment.
contract WarehouseReceipts is ReceiptStorage, SplitToken {
    /// @notice The second bytecode; it keeps no state of its own that counts.
    address public immutable deliveryPart;

    constructor(
        address authority,
        IMembers members_,
        uint256 utcOffset_,
        ICertificateMetadata metadata_,
        address deliveryPart_
    ) Positions(authority, members_, utcOffset_) SplitToken(metadata_) EIP712("Tallystick", "1") {
        deliveryPart = deliveryPart_;
    }

    /// @notice Runs the second bytecode on this contract's state.
    fallback() external {
        address part = deliveryPart;
        // Forwards call and answer unchanged; the unit tests run every verb of both interfaces through it.
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
        return "Tallystick Warehouse Receipt";
    }

    /// @inheritdoc SplitToken
    function symbol() external pure override returns (string memory) {
        return "TWR";
    }
}
