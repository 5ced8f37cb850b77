// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IFactoringEvents
/// @notice What factoring knows and tells.
/// @dev Amounts are minor units of the receivable's currency, times are block seconds.
interface IFactoringEvents {
    /// @notice Life of one financing.
    /// @param None Never existed.
    /// @param Accepted The holder took the quote; the value is held.
    /// @param Instructed The assignment is registered and the payment instructed.
    /// @param Delivered Paid, and the child belongs to the financier.
    /// @param Waiting Paid, and delivery waits until the position may move.
    /// @param Failed Refused, expired or not paid; everything is as before the quote.
    /// @param BoughtBack Delivered, and later bought back by the recourse debtor.
    enum State {
        None,
        Accepted,
        Instructed,
        Delivered,
        Waiting,
        Failed,
        BoughtBack
    }

    /// @notice A financier's quote (EIP-712, a nonce of the financier).
    /// @param token Position that it buys from.
    /// @param financier Member that buys.
    /// @param holder Member that sells.
    /// @param value Part of the position that it buys.
    /// @param principal What it pays to the holder.
    /// @param discount Interest that the holder bears, kept back from the value.
    /// @param fee Financier's fee, kept back as well: value = principal + discount + fee.
    /// @param obligorInterest Interest that the obligor bears and pays by its own instruction; at most
    /// floor((discount + obligorInterest) * share / 10,000) with the share that it signed at confirmation, 0 in a
    /// resale.
    /// @param recourse Whether the holder buys back at default.
    /// @param claim With recourse: what the financier may keep of payments; the rest is the debtor's. Above 0 and
    /// at most `value`; 0 without recourse.
    /// @param buyBackPrice Price at default, less what the financier got by then; 0 for the unpaid face.
    /// @param bank Settlement bank that executes the payments.
    /// @param registerBy Block time until which it promises to have registered the assignment.
    /// @param payBy Block time until which a bank may accept the payment; the value is held until then at most.
    /// @param termsDigest EIP-712 struct hash of the receivable's terms, with the tags that the financier
    /// recomputed from the documents themselves.
    /// @param nonce Nonce of the financier.
    /// @param deadline Block time until which the quote may be accepted.
    /// @param epoch Epoch of the financier's accounts.
    struct Quote {
        uint256 token;
        uint32 financier;
        uint32 holder;
        uint72 value;
        uint72 principal;
        uint72 discount;
        uint72 fee;
        uint72 obligorInterest;
        bool recourse;
        uint72 claim;
        uint72 buyBackPrice;
        uint32 bank;
        uint40 registerBy;
        uint40 payBy;
        bytes32 termsDigest;
        uint256 nonce;
        uint256 deadline;
        uint32 epoch;
    }

    /// @notice What the ledger stores of a financing.
    /// @dev Packed in five words: ids; parties with principal and state; amounts with `registerBy`; the rest; the
    /// number.
    /// @param token Position that it buys from.
    /// @param child Position that was delivered; 0 before.
    /// @param holdId Reservation of the value.
    /// @param instruction Principal instruction; 0 before registration.
    /// @param financier Member that buys.
    /// @param holder Member that sells.
    /// @param value Part of the position.
    /// @param principal What the financier pays to the holder.
    /// @param bank Settlement bank.
    /// @param recourse Whether the holder buys back at default.
    /// @param state Where it is in its life.
    /// @param obligorInterest Interest that the obligor pays.
    /// @param claim What the financier may keep of payments, as quoted.
    /// @param buyBackPrice Quoted price at default; 0 for the unpaid face.
    /// @param registerBy Block time until which it is to be registered.
    /// @param payBy Block time until which a bank may accept the payment.
    /// @param registeredAt Time in the movables registry; 0 before.
    /// @param interestInstruction Instruction of the obligor's interest; 0 for none.
    /// @param fee Financier's fee; the discount is value - principal - fee.
    /// @param registryNumber Number in the movables registry.
    struct Financing {
        uint64 token;
        uint64 child;
        uint64 holdId;
        uint64 instruction;
        uint32 financier;
        uint32 holder;
        uint72 value;
        uint72 principal;
        uint32 bank;
        bool recourse;
        State state;
        uint72 obligorInterest;
        uint72 claim;
        uint72 buyBackPrice;
        uint40 registerBy;
        uint40 payBy;
        uint40 registeredAt;
        uint64 interestInstruction;
        uint72 fee;
        bytes32 registryNumber;
    }

    /// @notice Who stands behind a position that was financed with recourse.
    /// @dev Packed in two words, `buyBack` in the second.
    /// @param debtor Member that buys back at default; 0 for a position without recourse.
    /// @param claim What the financier may still keep of payments.
    /// @param buyBackPrice Quoted price at default; 0 for the unpaid face.
    /// @param financing Financing by which its present holder got it.
    /// @param buyBackPaid Whether a buy-back was paid whose delivery waits.
    /// @param buyBack Instruction of the buy-back that runs; 0 for none.
    struct Recourse {
        uint32 debtor;
        uint72 claim;
        uint72 buyBackPrice;
        uint64 financing;
        bool buyBackPaid;
        uint64 buyBack;
    }

    /// @notice The holder took a quote; the value is held for the financier.
    /// @param financing Id of the financing.
    /// @param token Position that it buys from.
    /// @param financier Member that buys.
    /// @param quote Every term.
    /// @param holdId Reservation of the value.
    /// @param ref Request reference.
    event QuoteAccepted(
        uint256 indexed financing,
        uint256 indexed token,
        uint32 indexed financier,
        Quote quote,
        uint256 holdId,
        bytes32 ref
    );
    /// @notice The assignment is in the movables registry (notice 2025/77, art. 13) and the payment is instructed.
    /// @param financing Id of the financing.
    /// @param registryNumber Number in the registry.
    /// @param registeredAt Time of the registration, in seconds.
    /// @param instruction Principal instruction.
    /// @param ref Request reference.
    event FinancingRegistered(
        uint256 indexed financing,
        bytes32 registryNumber,
        uint40 registeredAt,
        uint256 instruction,
        bytes32 ref
    );
    /// @notice The obligor's share of interest has an instruction of its own.
    /// @param financing Id of the financing.
    /// @param instruction Interest instruction.
    /// @param amount Interest in minor units.
    /// @param ref Request reference.
    event ObligorInterestInstructed(uint256 indexed financing, uint256 indexed instruction, uint72 amount, bytes32 ref);
    /// @notice Paid and delivered: `child` belongs to the financier.
    /// @param financing Id of the financing.
    /// @param child Position of the financier.
    /// @param financier Member that bought it.
    /// @param debtor Recourse debtor; 0 without recourse.
    /// @param claim What the financier may keep of payments; 0 without recourse.
    /// @param ref Request reference.
    event Financed(
        uint256 indexed financing,
        uint256 indexed child,
        uint32 indexed financier,
        uint32 debtor,
        uint72 claim,
        bytes32 ref
    );
    /// @notice Paid while the position could not move: delivered by `deliver` after release.
    /// @param financing Id of the financing.
    /// @param reason Error that stopped the delivery.
    /// @param ref Request reference.
    event FinancingWaits(uint256 indexed financing, bytes reason, bytes32 ref);
    /// @notice Refused, expired or not paid: everything is as before the quote was accepted.
    /// @param financing Id of the financing.
    /// @param ref Request reference.
    event FinancingFailed(uint256 indexed financing, bytes32 ref);
    /// @notice The holder of a defaulted position asked the recourse debtor to buy it back.
    /// @param token Position.
    /// @param instruction Instruction of the price.
    /// @param debtor Recourse debtor.
    /// @param price Price in minor units.
    /// @param ref Request reference.
    event BuyBackRequested(
        uint256 indexed token,
        uint256 indexed instruction,
        uint32 indexed debtor,
        uint72 price,
        bytes32 ref
    );
    /// @notice The price was paid and the position is the debtor's, without financing flags.
    /// @param token Position that was bought back.
    /// @param child Position of the debtor.
    /// @param debtor Recourse debtor.
    /// @param ref Request reference.
    event BoughtBack(uint256 indexed token, uint256 indexed child, uint32 indexed debtor, bytes32 ref);
    /// @notice The price was paid while the position could not move: delivered by `deliver` after release.
    /// @param token Position.
    /// @param reason Error that stopped the delivery.
    /// @param ref Request reference.
    event BuyBackWaits(uint256 indexed token, bytes reason, bytes32 ref);
    /// @notice The buy-back ended without delivery: not paid, or nothing was owed any more when it was paid.
    /// @param token Position.
    /// @param ref Request reference.
    event BuyBackFailed(uint256 indexed token, bytes32 ref);
    /// @notice A payment on a recourse position was divided: Civil Code art. 766.
    /// @param token Position.
    /// @param toFinancier What its holder keeps.
    /// @param debtor Recourse debtor, whom the rest belongs to.
    /// @param toDebtor That rest.
    /// @param claimLeft What the holder may still keep of later payments.
    /// @param ref Request reference.
    event RecourseReduced(
        uint256 indexed token,
        uint72 toFinancier,
        uint32 indexed debtor,
        uint72 toDebtor,
        uint72 claimLeft,
        bytes32 ref
    );
    /// @notice A nonce was used up, by a signed message or by its own member.
    /// @param member Whose nonce.
    /// @param nonce The nonce.
    /// @param ref Request reference.
    event FactoringNonceSpent(uint32 indexed member, uint256 indexed nonce, bytes32 ref);
}
