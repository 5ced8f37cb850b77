// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IReceivables} from "./IReceivables.sol";
import {IPaymentListener} from "./ISettlement.sol";

/// @title IFactoring
/// @notice Financiers buy positions, with or without recourse, against attested payment. The chain prices nothing:
/// quotes state integer legs.
/// @dev One financing is one principal instruction, on which delivery hangs, and one instruction more when the
/// obligor bears interest. Amounts are minor units of the receivable's currency, times are block seconds.
interface IFactoring is IPaymentListener {
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

    /// @notice No financing has this id.
    /// @param financing Stated id.
    error FactoringUnknown(uint256 financing);
    /// @notice The financing is elsewhere in its life.
    /// @param financing Its id.
    /// @param actual State that it is in.
    /// @param needed State that the verb needs.
    error FactoringWrongState(uint256 financing, State actual, State needed);
    /// @notice The legs of a quote don't add up.
    /// @param value Value bought.
    /// @param sum principal + discount + fee.
    error FactoringLegsDiffer(uint256 value, uint256 sum);
    /// @notice A quote pays nothing to the holder.
    error FactoringZeroPrincipal();
    /// @notice The claim of a quote with recourse is 0 or above the value.
    /// @param claim Stated claim.
    /// @param value Value bought.
    error FactoringClaimOutOfRange(uint72 claim, uint72 value);
    /// @notice A quote without recourse states a claim or a buy-back price.
    /// @param claim Stated claim.
    /// @param buyBackPrice Stated price.
    error FactoringTermsWithoutRecourse(uint72 claim, uint72 buyBackPrice);
    /// @notice The obligor would bear more interest than it signed for.
    /// @param asked Interest that the quote puts on the obligor.
    /// @param allowed What it bears at most.
    error FactoringInterestShare(uint256 asked, uint256 allowed);
    /// @notice The quote names other terms than the receivable's: the financier saw other documents.
    /// @param receivable Receivable of the position.
    /// @param actual Digest of its terms.
    /// @param stated Digest in the quote.
    error FactoringTermsDiffer(uint32 receivable, bytes32 actual, bytes32 stated);
    /// @notice The receivable isn't in the state in which it is financed.
    /// @param receivable Its id.
    /// @param actual State that it is in.
    error FactoringReceivableState(uint32 receivable, IReceivables.State actual);
    /// @notice Circulation of the receivable ended: nothing of it is financed any more.
    /// @param receivable Its id.
    error FactoringCirculationEnded(uint32 receivable);
    /// @notice The nonce was used before.
    /// @param member Whose nonce.
    /// @param nonce The nonce.
    error FactoringNonceUsed(uint32 member, uint256 nonce);
    /// @notice The quote is too old to be accepted.
    /// @param deadline Until when it could be.
    /// @param now_ Block time.
    error FactoringQuoteExpired(uint256 deadline, uint256 now_);
    /// @notice The caller isn't of the member that holds the position.
    /// @param token Position.
    /// @param member The caller's member.
    /// @param holder Member that the verb needs.
    error FactoringNotHolder(uint256 token, uint32 member, uint32 holder);
    /// @notice The caller isn't of the member that finances.
    /// @param financing Its id.
    /// @param member The caller's member.
    /// @param financier Member that the verb needs.
    error FactoringNotFinancier(uint256 financing, uint32 member, uint32 financier);
    /// @notice A registration without a number.
    /// @param financing Its id.
    error FactoringRegistryNumberMissing(uint256 financing);
    /// @notice A registration time in the future, or none.
    /// @param registeredAt Stated time.
    /// @param now_ Block time.
    error FactoringRegisteredAhead(uint40 registeredAt, uint256 now_);
    /// @notice Too late to register.
    /// @param financing Its id; 0 for a quote that isn't accepted yet.
    /// @param now_ Block time.
    /// @param registerBy Until when it was to be registered.
    error FactoringRegisterByPassed(uint256 financing, uint256 now_, uint256 registerBy);
    /// @notice Too early to expire: it may still be registered.
    /// @param financing Its id.
    /// @param now_ Block time.
    /// @param registerBy Block time after which it may be expired.
    error FactoringRegisterByNotPassed(uint256 financing, uint256 now_, uint256 registerBy);
    /// @notice A quote gives the bank less time than the registration.
    /// @param payBy Until when a bank may accept.
    /// @param registerBy Until when it is to be registered.
    error FactoringPayByTooEarly(uint40 payBy, uint40 registerBy);
    /// @notice A resale must carry recourse, claim and buy-back price along, neither adding nor dropping any.
    /// @param token Position.
    error FactoringRecourseDiffers(uint256 token);
    /// @notice A position with recourse is resold whole or not at all.
    /// @param token Position.
    /// @param value All of it.
    /// @param asked Part that the quote names.
    error FactoringWholeOnly(uint256 token, uint72 value, uint72 asked);
    /// @notice One member can't be on both sides.
    /// @param member It.
    error FactoringSameParty(uint32 member);
    /// @notice Nobody stands behind the position.
    /// @param token Position.
    error FactoringNoRecourse(uint256 token);
    /// @notice The receivable isn't in default yet.
    /// @param token Position.
    /// @param today Civil day of the block.
    /// @param defaultDay First day of default.
    error FactoringNotInDefault(uint256 token, uint16 today, uint16 defaultDay);
    /// @notice The financier got its whole claim: nothing is left to buy back for.
    /// @param token Position.
    error FactoringNothingOwed(uint256 token);
    /// @notice The position is held for another payment.
    /// @param token Position.
    /// @param held How much of it.
    error FactoringTokenHeld(uint256 token, uint72 held);
    /// @notice A buy-back is instructed already.
    /// @param token Position.
    /// @param instruction Its instruction.
    error FactoringBuyBackRunning(uint256 token, uint256 instruction);
    /// @notice Only the settlement contract reports outcomes.
    /// @param caller Who called.
    error FactoringNotIssuedHere(address caller);
    /// @notice The recourse debtor can't buy what it stands behind; it buys back.
    /// @param debtor It.
    error FactoringCircularDebtor(uint32 debtor);

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
