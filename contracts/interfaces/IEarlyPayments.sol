// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "./IClaims.sol";
import {ILienTypes} from "./ILienTypes.sol";
import {IPaymentListener} from "./ISettlement.sol";
import {IReceivables} from "./IReceivables.sol";

/// @title IEarlyPayments
/// @notice What obligor and holder end together: a discounted settlement before the due day, or a retirement to a
/// bill.
/// @dev A position that was financed with recourse is refused by both, since its payments have two payees: it is
/// bought back
/// first. Amounts are minor units, times are seconds.
interface IEarlyPayments is IPaymentListener {
    /// @notice Agreed by obligor and holder (EIP-712, a nonce of each; each signs its own deadline and epoch beside
    /// it).
    /// @param token Token id of the position.
    /// @param obligor Member that pays.
    /// @param holder Member that is paid.
    /// @param face Value that ends when it is paid.
    /// @param paid What is paid for it; face - paid is the discount.
    /// @param bank Settlement bank that is to pay.
    /// @param expiresAt Last second in which the bank can accept it.
    /// @param obligorNonce Unused nonce of the obligor.
    /// @param holderNonce Unused nonce of the holder.
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

    /// @notice An early payment of encumbered value, which the secured party agrees to as well and is paid by (EIP-712:
    /// the fields of the terms, then these; a nonce, a deadline and an epoch of each). What is paid for the rest of a
    /// position goes to the holder by another early payment.
    /// @param terms What obligor and holder agree to.
    /// @param lien Active lien over the position, at least as large as the face.
    /// @param securedParty Member that is paid.
    /// @param securedPartyNonce Unused nonce of the secured party.
    struct PledgedPayment {
        EarlyPayment terms;
        uint256 lien;
        uint32 securedParty;
        uint256 securedPartyNonce;
    }

    /// @notice Agreed by obligor and holder (EIP-712): value leaves the ledger for a sub-range of a bill.
    /// @param token Token id of the position.
    /// @param obligor Member that owes it.
    /// @param holder Member that takes the bill instead.
    /// @param value Value that ends; as long as the sub-range.
    /// @param bill The sub-range of the bill.
    /// @param earlier The bill's tag under every earlier key epoch that still has unreleased claims, ascending.
    /// @param obligorNonce Unused nonce of the obligor.
    /// @param holderNonce Unused nonce of the holder.
    struct Retirement {
        uint256 token;
        uint32 obligor;
        uint32 holder;
        uint72 value;
        IClaims.BillRange bill;
        IClaims.EarlierTags[] earlier;
        uint256 obligorNonce;
        uint256 holderNonce;
    }

    /// @notice Where an early payment stands.
    /// @param None It doesn't exist.
    /// @param Agreed The value is held, the payment is instructed.
    /// @param Waiting Paid, but the value could not end yet.
    /// @param Settled Paid, and the value ended.
    /// @param Failed Returned, expired or ended: everything is as it was.
    enum State {
        None,
        Agreed,
        Waiting,
        Settled,
        Failed
    }

    /// @notice Obligor and holder agreed: the value is held, the payment is instructed.
    /// @param earlyPayment Its number, from 1.
    /// @param token Token id of the position.
    /// @param instruction Number of the instruction.
    /// @param holdId Number of the hold.
    /// @param terms What was agreed.
    /// @param obligorOverdue Whether the obligor was overdue elsewhere: the payment may prefer one creditor over
    /// others.
    /// @param ref Request reference.
    event EarlyPaymentAgreed(
        uint256 indexed earlyPayment,
        uint256 indexed token,
        uint256 indexed instruction,
        uint256 holdId,
        EarlyPayment terms,
        bool obligorOverdue,
        bytes32 ref
    );
    /// @notice What was agreed is of encumbered value: the secured party is paid.
    /// @param earlyPayment Number of the early payment.
    /// @param lien The lien.
    /// @param securedParty Member that is paid.
    /// @param ref Request reference.
    event EarlyPaymentOfLien(
        uint256 indexed earlyPayment,
        uint256 indexed lien,
        uint32 indexed securedParty,
        bytes32 ref
    );
    /// @notice A bank accepted the payment: the lien is bound until its outcome.
    /// @param earlyPayment Number of the early payment.
    /// @param lien The lien.
    /// @param ref Request reference.
    event EarlyPaymentBoundLien(uint256 indexed earlyPayment, uint256 indexed lien, bytes32 ref);
    /// @notice Paid: the value ended.
    /// @param earlyPayment Number of the early payment.
    /// @param token Token id of the position.
    /// @param face Value that ended.
    /// @param paid What was paid for it.
    /// @param ref Request reference.
    event EarlyPaymentSettled(
        uint256 indexed earlyPayment,
        uint256 indexed token,
        uint72 face,
        uint72 paid,
        bytes32 ref
    );
    /// @notice Paid while the position was frozen or a settlement run was open: recorded, and delivered by `deliver`
    /// later.
    /// @param earlyPayment Number of the early payment.
    /// @param ref Request reference.
    event EarlyPaymentWaits(uint256 indexed earlyPayment, bytes32 ref);
    /// @notice The payment was returned, expired or ended: nothing of the position changed.
    /// @param earlyPayment Number of the early payment.
    /// @param ref Request reference.
    event EarlyPaymentFailed(uint256 indexed earlyPayment, bytes32 ref);
    /// @notice Value left the ledger for a sub-range of a bill.
    /// @param token Token id of the position.
    /// @param billTag Tag of the bill.
    /// @param terms What was agreed.
    /// @param ref Request reference.
    event RetiredToBill(uint256 indexed token, bytes32 indexed billTag, Retirement terms, bytes32 ref);
    /// @notice A member used up a nonce without using it.
    /// @param member The member.
    /// @param nonce The nonce.
    /// @param ref Request reference.
    event EarlyPaymentNonceCancelled(uint32 indexed member, uint256 nonce, bytes32 ref);

    /// @notice More would be paid than the value that ends.
    /// @param paid What would be paid.
    /// @param face Value that would end.
    error EarlyPaymentsPaidAboveFace(uint72 paid, uint72 face);
    /// @notice The terms name another member than the receivable's obligor.
    /// @param token Token id of the position.
    /// @param stated Member that the terms name.
    /// @param obligor The obligor.
    error EarlyPaymentsNotObligor(uint256 token, uint32 stated, uint32 obligor);
    /// @notice The terms name another member than the position's holder.
    /// @param token Token id of the position.
    /// @param stated Member that the terms name.
    /// @param holder The holder.
    error EarlyPaymentsNotHolder(uint256 token, uint32 stated, uint32 holder);
    /// @notice Nothing is paid early after the due day or once a settlement run opened.
    /// @param receivable The receivable.
    /// @param today Civil day of the block.
    /// @param dueDay Its due day.
    error EarlyPaymentsTooLate(uint32 receivable, uint16 today, uint16 dueDay);
    /// @notice A settlement run is open: no value of the receivable ends but by it.
    /// @param receivable The receivable.
    error EarlyPaymentsRunOpen(uint32 receivable);
    /// @notice The position was financed with recourse: it is bought back first.
    /// @param token Token id of the position.
    error EarlyPaymentsRecourse(uint256 token);
    /// @notice The member used or cancelled that nonce already.
    /// @param member The member.
    /// @param nonce The nonce.
    error EarlyPaymentsNonceUsed(uint32 member, uint256 nonce);
    /// @notice The sub-range of the bill is not as long as the value that ends.
    /// @param value Value that would end.
    /// @param from Start of the sub-range.
    /// @param to Its end, exclusive.
    error EarlyPaymentsRangeDiffers(uint72 value, uint72 from, uint72 to);
    /// @notice The early payment does not wait for delivery.
    /// @param earlyPayment Number of the early payment.
    /// @param actual Its state.
    error EarlyPaymentsNothingWaits(uint256 earlyPayment, State actual);
    /// @notice The lien is over another thing than this position.
    /// @param lien The lien.
    /// @param token Token id of the position.
    /// @param pledged Token id over which it is.
    error EarlyPaymentsOtherLien(uint256 lien, uint256 token, uint256 pledged);
    /// @notice The lien is not active: pending, for sale, bound by another payment, or ended.
    /// @param lien The lien.
    /// @param actual Its state.
    error EarlyPaymentsLienInactive(uint256 lien, ILienTypes.State actual);
    /// @notice The terms name another member than the lien's secured party.
    /// @param lien The lien.
    /// @param stated Member that the terms name.
    /// @param securedParty The secured party.
    error EarlyPaymentsNotSecured(uint256 lien, uint32 stated, uint32 securedParty);
    /// @notice More would end than the lien encumbers.
    /// @param lien The lien.
    /// @param face Value that would end.
    /// @param amount What it encumbers.
    error EarlyPaymentsAboveLien(uint256 lien, uint72 face, uint72 amount);
    /// @notice Only `Settlement` tells the outcome of instructions.
    /// @param caller Account that tried.
    error EarlyPaymentsNotIssuedHere(address caller);

    // --- verbs of obligor and holder

    /// @notice Holds the value and issues the instruction. A signature is left empty when its account sends the
    /// transaction.
    /// @param terms What was agreed.
    /// @param obligor The obligor's signature.
    /// @param holder The holder's signature.
    /// @param ref Request reference.
    /// @return earlyPayment Number of the early payment.
    /// @return instruction Number of the instruction.
    function agree(
        EarlyPayment calldata terms,
        IReceivables.Signature calldata obligor,
        IReceivables.Signature calldata holder,
        bytes32 ref
    ) external returns (uint256 earlyPayment, uint256 instruction);
    /// @notice The same for encumbered value: nothing is held, since the lien holds it; once a bank accepted, the lien
    /// waits for the outcome. Errors: as `agree`, and EarlyPaymentsOtherLien, EarlyPaymentsLienInactive,
    /// EarlyPaymentsNotSecured, EarlyPaymentsAboveLien, LiensUnknown.
    /// @param payment What was agreed.
    /// @param obligor The obligor's signature.
    /// @param holder The holder's signature.
    /// @param securedParty The secured party's signature.
    /// @param ref Request reference.
    /// @return earlyPayment Number of the early payment.
    /// @return instruction Number of the instruction.
    function agreePledged(
        PledgedPayment calldata payment,
        IReceivables.Signature calldata obligor,
        IReceivables.Signature calldata holder,
        IReceivables.Signature calldata securedParty,
        bytes32 ref
    ) external returns (uint256 earlyPayment, uint256 instruction);
    /// @notice Ends value that lives on as a sub-range of a bill, also after the due day, unless a run is open.
    /// @param terms What was agreed.
    /// @param lefts Start of the nearest claimed sub-range of the bill below, or the largest uint72 for none: under the
    /// current key epoch, then under each of the earlier ones; not signed.
    /// @param obligor The obligor's signature.
    /// @param holder The holder's signature.
    /// @param ref Request reference.
    function retireToBill(
        Retirement calldata terms,
        uint72[] calldata lefts,
        IReceivables.Signature calldata obligor,
        IReceivables.Signature calldata holder,
        bytes32 ref
    ) external;
    /// @notice Uses up one of the caller's nonces, so that what was signed under it can't be used.
    /// @param nonce The nonce.
    /// @param ref Request reference.
    function cancelNonce(uint256 nonce, bytes32 ref) external;

    // --- verb of anyone

    /// @notice Delivers what was paid while the position was frozen or a settlement run was open.
    /// @param earlyPayment Number of the early payment.
    /// @param ref Request reference.
    function deliver(uint256 earlyPayment, bytes32 ref) external;

    // --- views

    /// @notice How many early payments there are; they are numbered from 1.
    function earlyPaymentCount() external view returns (uint256);
    /// @notice One early payment; state `None` for an unknown number.
    /// @param earlyPayment Number of the early payment.
    /// @return token Token id of the position.
    /// @return face Value that ends.
    /// @return paid What is paid for it.
    /// @return holdId Number of the hold.
    /// @return instruction Number of the instruction.
    /// @return state Where it stands.
    function earlyPaymentOf(
        uint256 earlyPayment
    ) external view returns (uint256 token, uint72 face, uint72 paid, uint256 holdId, uint256 instruction, State state);
    /// @notice The lien whose value an early payment ends; 0 for value that is free.
    /// @param earlyPayment Number of the early payment.
    function lienPaidBy(uint256 earlyPayment) external view returns (uint256);
    /// @notice Value of a receivable that was paid early and has not ended yet.
    /// @param receivable The receivable.
    function waitingFaceOf(uint32 receivable) external view returns (uint72);
    /// @notice Whether a member used or cancelled a nonce.
    /// @param member The member.
    /// @param nonce The nonce.
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
