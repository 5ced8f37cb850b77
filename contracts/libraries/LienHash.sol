// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILienTypes} from "../interfaces/ILienTypes.sol";

/// @title LienHash
/// @notice EIP-712 struct hashes of what the parties of a lien sign.
library LienHash {
    bytes32 private constant ACCEPTANCE_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "PledgeAcceptance(address asset,uint64 token,uint72 amount,uint32 securedParty,uint40 expiresAt,bytes32 terms,bytes32 debt,uint32 supervisor,uint16 purchaseMoneyDay,uint32 debtor,bytes32 number,uint40 registeredAt,uint256 nonce,uint256 deadline,uint32 epoch)"
    );
    bytes32 private constant COUNTERSIGNATURE_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "PledgeCountersignature(address asset,uint64 token,uint72 amount,uint32 securedParty,uint40 expiresAt,bytes32 terms,bytes32 debt,uint32 supervisor,uint16 purchaseMoneyDay,uint32 debtor,uint256 nonce,uint256 deadline,uint32 epoch)"
    );
    bytes32 private constant ENFORCEMENT_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "Enforcement(uint256 lien,uint72 value,uint32 buyer,uint72 price,uint72 claim,bytes3 currency,uint32 bank,uint40 expiresAt,uint40 defaultedAt,uint256 nonce,uint256 deadline,uint32 epoch)"
    );

    /// @notice What a secured party signs to accept a pledge that is yet to be made.
    /// @param pledge What is pledged.
    /// @param debtor Member that pledges.
    /// @param registration Registration, or all zero.
    /// @param consent Nonce, deadline and epoch.
    function ofAcceptance(
        ILienTypes.Pledge calldata pledge,
        uint32 debtor,
        ILienTypes.Registration calldata registration,
        ILienTypes.Consent calldata consent
    ) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    ACCEPTANCE_TYPEHASH,
                    pledge,
                    debtor,
                    registration,
                    consent.nonce,
                    consent.signature.deadline,
                    consent.signature.epoch
                )
            );
    }

    /// @notice What a custodian signs to countersign a pledge of goods that is yet to be made.
    /// @param pledge What is pledged.
    /// @param debtor Member that pledges.
    /// @param consent Nonce, deadline and epoch.
    function ofCountersignature(
        ILienTypes.Pledge calldata pledge,
        uint32 debtor,
        ILienTypes.Consent calldata consent
    ) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    COUNTERSIGNATURE_TYPEHASH,
                    pledge,
                    debtor,
                    consent.nonce,
                    consent.signature.deadline,
                    consent.signature.epoch
                )
            );
    }

    /// @notice What a debtor signs, after its default, to agree to an enforcement.
    /// @param order How it is enforced.
    /// @param deadline Block time in seconds.
    /// @param epoch Epoch of the debtor.
    function ofEnforcement(
        ILienTypes.Enforcement calldata order,
        uint256 deadline,
        uint32 epoch
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(ENFORCEMENT_TYPEHASH, order, deadline, epoch));
    }
}
