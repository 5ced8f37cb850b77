// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {ClaimHash} from "./ClaimHash.sol";

/// @title ReceivableHash
/// @notice EIP-712 struct hashes of a receivable's terms and of what its parties sign. Every field of the terms is
/// covered.
library ReceivableHash {
    bytes private constant FEE_TYPE = "Fee(uint8 kind,uint32 payer,uint72 amount)";
    bytes private constant TERMS_TYPE =
        "Terms(uint32 obligor,uint32 creditor,uint72 amount,bytes3 currency,uint16 deliveryDay,uint16 contractDueDay,"
        "uint16 dueDay,bytes32 documentRoot,bool defenceWaiver,bool noticeByLedger,bytes32 longTermReason,"
        "uint16 obligorInterestShare,uint32 epoch,Use[] invoices,EarlierTags[] earlier,Fee[] fees,"
        "bytes32 salt)";

    bytes32 internal constant FEE_TYPEHASH = keccak256(FEE_TYPE);
    /// @dev EIP-712 appends the types referred to in alphabetical order.
    bytes32 internal constant TERMS_TYPEHASH = keccak256(
        bytes.concat(TERMS_TYPE, ClaimHash.EARLIER_TYPE, FEE_TYPE, ClaimHash.USE_TYPE)
    );
    bytes32 internal constant CONFIRMATION_TYPEHASH = keccak256(
        "Confirmation(bytes32 termsDigest,uint40 acceptBy,uint256 deadline,uint32 epoch)"
    );
    bytes32 internal constant ACCEPTANCE_TYPEHASH = keccak256(
        "AcceptanceOfReceivable(bytes32 termsDigest,uint256 deadline,uint32 epoch)"
    );

    /// @notice Struct hash of the terms.
    /// @param t Every term.
    function ofTerms(IReceivables.Terms calldata t) internal pure returns (bytes32) {
        // In two halves, since one expression of eighteen words exceeds the stack; every field is one word.
        bytes memory parties = abi.encode(
            TERMS_TYPEHASH,
            t.obligor,
            t.creditor,
            t.amount,
            t.currency,
            t.deliveryDay,
            t.contractDueDay,
            t.dueDay
        );
        bytes memory rest = abi.encode(
            t.documentRoot,
            t.defenceWaiver,
            t.noticeByLedger,
            t.longTermReason,
            t.obligorInterestShare,
            t.epoch,
            ClaimHash.ofUses(t.invoices),
            ClaimHash.ofEarlier(t.earlier),
            _ofFees(t.fees),
            t.salt
        );
        return keccak256(bytes.concat(parties, rest));
    }

    /// @notice Struct hash of the obligor's confirmation.
    /// @param terms Struct hash of the terms.
    /// @param acceptBy Block time until which the creditor may accept.
    /// @param deadline Block time after which the signature no longer holds.
    /// @param epoch The obligor's epoch.
    function ofConfirmation(
        bytes32 terms,
        uint40 acceptBy,
        uint256 deadline,
        uint32 epoch
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(CONFIRMATION_TYPEHASH, terms, acceptBy, deadline, epoch));
    }

    /// @notice Struct hash of the creditor's acceptance.
    /// @param terms Struct hash of the terms.
    /// @param deadline Block time after which the signature no longer holds.
    /// @param epoch The creditor's epoch.
    function ofAcceptance(bytes32 terms, uint256 deadline, uint32 epoch) internal pure returns (bytes32) {
        return keccak256(abi.encode(ACCEPTANCE_TYPEHASH, terms, deadline, epoch));
    }

    function _ofFees(IReceivables.Fee[] calldata fees) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](fees.length);
        for (uint256 i = 0; i < fees.length; i++) {
            hashes[i] = keccak256(abi.encode(FEE_TYPEHASH, fees[i].kind, fees[i].payer, fees[i].amount));
        }
        return keccak256(abi.encodePacked(hashes));
    }
}
