// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IFactoringErrors} from "./IFactoringErrors.sol";
import {IFactoringEvents} from "./IFactoringEvents.sol";
import {IReceivables} from "./IReceivables.sol";
import {IPaymentListener} from "./ISettlement.sol";

/// @title IFactoring
/// @notice Financiers buy positions, with or without recourse, against attested payment. The chain prices nothing:
/// quotes state integer legs.
/// @dev One financing is one principal instruction, on which delivery hangs, and one instruction more when the
/// obligor bears interest. Amounts are minor units of the receivable's currency, times are block seconds.
interface IFactoring is IFactoringEvents, IFactoringErrors, IPaymentListener {
    // --- verbs of holders

    /// @notice The holder accepts one quote by its own transaction: the value is held for the financier until it is
    /// registered and paid. A position that was financed already is resold the same way, with recourse carried along.
    /// @param quote The quote.
    /// @param account Account of the financier that signed it (ERC-1271 included).
    /// @param signature Its signature; may be empty when that account sends the transaction.
    /// @param ref Request reference.
    /// @return financing Id of the financing, from 1.
    function acceptQuote(
        Quote calldata quote,
        address account,
        bytes calldata signature,
        bytes32 ref
    ) external returns (uint256 financing);

    /// @notice The same with the holder's EIP-712 signature, sent by anyone.
    /// @param quote The quote.
    /// @param account Account of the financier that signed it.
    /// @param signature Its signature; may be empty when that account sends the transaction.
    /// @param holderNonce Nonce of the holder that its signature names.
    /// @param holder The holder's signature over `QuoteAcceptance(bytes32 quote,uint256 nonce,uint256
    /// deadline,uint32 epoch)` with `quote` the quote's struct hash.
    /// @param ref Request reference.
    /// @return financing Id of the financing.
    function acceptQuoteWithSignature(
        Quote calldata quote,
        address account,
        bytes calldata signature,
        uint256 holderNonce,
        IReceivables.Signature calldata holder,
        bytes32 ref
    ) external returns (uint256 financing);

    /// @notice At default the holder asks the recourse debtor to buy back: an instruction is issued.
    /// @param token Position with recourse.
    /// @param bank Settlement bank that executes the payment.
    /// @param expiresAt Block time until which a bank may accept it.
    /// @param ref Request reference.
    /// @return instruction Its instruction.
    function requestBuyBack(
        uint256 token,
        uint32 bank,
        uint40 expiresAt,
        bytes32 ref
    ) external returns (uint256 instruction);

    // --- verbs of financiers

    /// @notice The financier records the registry number and time; the payment instructions are issued.
    /// @param financing Id of the financing.
    /// @param registryNumber Number in the movables registry.
    /// @param registeredAt Time of the registration, in seconds; not in the future.
    /// @param ref Request reference.
    /// @return instruction Principal instruction.
    function register(
        uint256 financing,
        bytes32 registryNumber,
        uint40 registeredAt,
        bytes32 ref
    ) external returns (uint256 instruction);

    /// @notice The financier steps back before the payment is instructed.
    /// @param financing Id of the financing.
    /// @param ref Request reference.
    function refuse(uint256 financing, bytes32 ref) external;

    // --- verbs of anyone

    /// @notice Ends a financing that was not registered in time or before circulation ended. A registered one ends
    /// by its instruction.
    /// @param financing Id of the financing.
    /// @param ref Request reference.
    function expireFinancing(uint256 financing, bytes32 ref) external;

    /// @notice Delivers what was paid while the position could not move: the financing, or its buy-back.
    /// @param financing Id of the financing.
    /// @param ref Request reference.
    function deliver(uint256 financing, bytes32 ref) external;

    /// @notice Uses up one of the caller's nonces, so that what was signed under it can't be used.
    /// @param nonce The nonce.
    /// @param ref Request reference.
    function cancelNonce(uint256 nonce, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Divides a payment on a position between holder and recourse debtor. Only settlement runs. Without
    /// recourse all of it is the holder's.
    /// @param token Position.
    /// @param pay What is paid on it.
    /// @param ref Request reference.
    /// @return toFinancier Part of the holder: what is left of its claim at most.
    /// @return debtor Recourse debtor; 0 for none.
    /// @return toDebtor The rest.
    function applyRecourse(
        uint256 token,
        uint72 pay,
        bytes32 ref
    ) external returns (uint72 toFinancier, uint32 debtor, uint72 toDebtor);

    // --- views

    /// @notice How many financings there are; ids run from 1.
    function financingCount() external view returns (uint256);

    /// @notice A financing.
    /// @param financing Its id; an unknown one reverts.
    function financingOf(uint256 financing) external view returns (Financing memory);

    /// @notice Who stands behind a position; all fields 0 without recourse.
    /// @param token Position.
    function recourseOf(uint256 token) external view returns (Recourse memory);

    /// @notice EIP-712 struct hash of a quote.
    /// @param quote The quote.
    function quoteDigest(Quote calldata quote) external pure returns (bytes32);

    /// @notice Whether a nonce was used.
    /// @param member Whose nonce.
    /// @param nonce The nonce.
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
