// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPaymentListener} from "./ISettlement.sol";
import {IReceivables} from "./IReceivables.sol";

/// @title IEarlyPayments
/// @notice What obligor and holder end together before the due day: a discounted settlement, or a retirement to a bill.
interface IEarlyPayments is IPaymentListener {
    /// @notice Agreed by obligor and holder (EIP-712, a nonce of each).
    /// @param face Value that ends when it is paid.
    /// @param paid What is paid for it; face - paid is the discount.
    struct EarlyPayment {
        uint256 token;
        uint32 obligor;
        uint32 holder;
        uint72 face;
        uint72 paid;
        uint32 bank;
        uint40 expiresAt;
        uint256 obligorNonce;
        uint256 holderNonce;
    }

    /// @notice Agreed by obligor and holder (EIP-712): value leaves the ledger for the sub-range [from, to) of a bill.
    /// @param left Start of the nearest claimed range below, or max for none; not part of what is signed.
    struct Retirement {
        uint256 token;
        uint32 obligor;
        uint32 holder;
        uint72 value;
        bytes32 billTag;
        uint72 from;
        uint72 to;
        uint256 obligorNonce;
        uint256 holderNonce;
    }

    /// @param obligorOverdue Whether the obligor was overdue elsewhere: the payment may prefer one creditor over others.
    event EarlyPaymentAgreed(uint256 indexed earlyPayment, uint256 indexed token, uint256 indexed instruction, EarlyPayment terms, bool obligorOverdue, bytes32 ref);
    event EarlyPaymentSettled(uint256 indexed earlyPayment, uint256 indexed token, uint72 face, uint72 paid, bytes32 ref);
    /// @notice Paid while the position was frozen or could not move: recorded, and delivered by `deliver` later.
    event EarlyPaymentWaits(uint256 indexed earlyPayment, bytes32 ref);
    event EarlyPaymentFailed(uint256 indexed earlyPayment, bytes32 ref);
    event RetiredToBill(uint256 indexed token, bytes32 indexed billTag, Retirement terms, bytes32 ref);

    error EarlyPaymentsPaidAboveFace(uint72 paid, uint72 face);
    error EarlyPaymentsNotObligor(uint256 token, uint32 stated, uint32 obligor);
    error EarlyPaymentsNotHolder(uint256 token, uint32 stated, uint32 holder);
    error EarlyPaymentsTooLate(uint32 receivable, uint16 today, uint16 dueDay);
    error EarlyPaymentsRecourse(uint256 token);
    error EarlyPaymentsNonceUsed(uint32 member, uint256 nonce);
    error EarlyPaymentsRangeDiffers(uint72 value, uint72 range);
    error EarlyPaymentsNothingWaits(uint256 earlyPayment);
    error EarlyPaymentsNotIssuedHere(address caller);

    /// @notice Holds the value and issues the instruction. A signature is left empty when its account sends the transaction.
    function agree(EarlyPayment calldata terms, IReceivables.Signature calldata obligor, IReceivables.Signature calldata holder, bytes32 ref) external returns (uint256 earlyPayment, uint256 instruction);
    /// @notice Delivers what was paid while the position was frozen; by anyone.
    function deliver(uint256 earlyPayment, bytes32 ref) external;
    function retireToBill(Retirement calldata terms, uint72 left, IReceivables.Signature calldata obligor, IReceivables.Signature calldata holder, bytes32 ref) external;
    function cancelNonce(uint256 nonce, bytes32 ref) external;

    function earlyPaymentOf(uint256 earlyPayment) external view returns (EarlyPayment memory terms, uint256 holdId, uint256 instruction, bool waits);
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
