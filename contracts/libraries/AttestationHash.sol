// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../interfaces/ISettlement.sol";

/// @title AttestationHash
/// @notice EIP-712 struct hash of what a settlement bank signs.
library AttestationHash {
    bytes32 private constant TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "Attestation(uint256 instruction,uint8 outcome,uint32 bank,bytes32 payerAccount,bytes32 payeeAccount,uint72 amount,bytes3 currency,bytes32 bankReference,uint16 valueDay,bytes32 receiptDigest,uint256 deadline,uint32 epoch)"
    );

    /// @notice Every field of the attestation, then the signature's deadline (seconds) and the bank's epoch.
    function hash(
        ISettlement.Attestation calldata attestation,
        uint256 deadline,
        uint32 epoch
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, attestation, deadline, epoch));
    }
}
