// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPaymentListener} from "./ISettlement.sol";
import {IReceivables} from "./IReceivables.sol";

/// @title IFactoring
/// @notice Financiers buy positions, with or without recourse, against attested payment. The chain prices nothing: quotes
/// state integer legs.
interface IFactoring is IPaymentListener {
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
    /// @param value Part of the position that it buys.
    /// @param principal What it pays to the holder.
    /// @param discount Interest that the holder bears, kept back from the value.
    /// @param fee Financier's fee, kept back as well: value = principal + discount + fee.
    /// @param obligorInterest Interest that the obligor bears and pays by its own instruction.
    /// @param claim With recourse: what the financier may keep of payments; the rest is the debtor's. At most `value`.
    /// @param buyBackPrice Price at default; 0 for the unpaid face.
    /// @param registerBy Block time until which it promises to have registered the assignment.
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
        uint256 nonce;
        uint256 deadline;
        uint32 epoch;
    }

    /// @notice What the ledger stores of a financing.
    struct Financing {
        uint256 token;
        uint256 child;
        uint256 holdId;
        uint256 instruction;
        uint32 financier;
        uint32 holder;
        uint72 value;
        uint72 principal;
        uint72 obligorInterest;
        uint72 claim;
        uint72 buyBackPrice;
        uint32 bank;
        bool recourse;
        State state;
        uint40 registerBy;
        uint40 registeredAt;
        bytes32 registryNumber;
    }

    /// @notice Who stands behind a position that was financed with recourse.
    struct Recourse {
        uint32 debtor;
        uint72 claim;
        uint72 buyBackPrice;
        uint256 financing;
    }

    event QuoteAccepted(uint256 indexed financing, uint256 indexed token, uint32 indexed financier, Quote quote, uint256 holdId, bytes32 ref);
    /// @notice The assignment is in the movables registry (notice 2025/77, art. 13) and the payment is instructed.
    event FinancingRegistered(uint256 indexed financing, bytes32 registryNumber, uint40 registeredAt, uint256 instruction, bytes32 ref);
    /// @notice The obligor's share of interest has an instruction of its own.
    event ObligorInterestInstructed(uint256 indexed financing, uint256 indexed instruction, uint72 amount, bytes32 ref);
    /// @notice Paid and delivered: `child` belongs to the financier.
    event Financed(uint256 indexed financing, uint256 indexed child, uint32 indexed financier, bool recourse, uint72 claim, bytes32 ref);
    /// @notice Paid while the position could not move: delivered by `deliver` after release.
    event FinancingWaits(uint256 indexed financing, bytes32 ref);
    event FinancingFailed(uint256 indexed financing, bytes32 ref);
    event BuyBackRequested(uint256 indexed token, uint256 indexed instruction, uint32 debtor, uint72 price, bytes32 ref);
    event BoughtBack(uint256 indexed token, uint256 indexed child, uint32 indexed debtor, bytes32 ref);
    event BuyBackFailed(uint256 indexed token, bytes32 ref);
    /// @notice A payment on a recourse position was divided: Civil Code art. 766.
    event RecourseReduced(uint256 indexed token, uint72 toFinancier, uint32 debtor, uint72 toDebtor, uint72 claimLeft, bytes32 ref);

    error FactoringUnknown(uint256 financing);
    error FactoringWrongState(uint256 financing, State actual, State needed);
    error FactoringLegsDiffer(uint256 value, uint256 sum);
    error FactoringZeroPrincipal();
    error FactoringClaimAboveValue(uint72 claim, uint72 value);
    error FactoringInterestShare(uint256 asked, uint256 allowed);
    error FactoringNonceUsed(uint32 member, uint256 nonce);
    error FactoringNotHolder(uint256 token, uint32 member, uint32 holder);
    error FactoringNotFinancier(uint256 financing, uint32 member, uint32 financier);
    error FactoringRegistryNumberMissing(uint256 financing);
    error FactoringRegisteredAhead(uint40 registeredAt, uint256 now_);
    error FactoringRegisterByPassed(uint256 financing, uint256 now_, uint256 registerBy);
    error FactoringRegisterByNotPassed(uint256 financing, uint256 now_, uint256 registerBy);
    error FactoringRecourseDiffers(uint256 token);
    error FactoringWholeOnly(uint256 token, uint72 value, uint72 asked);
    error FactoringSameParty(uint32 member);
    error FactoringNoRecourse(uint256 token);
    error FactoringNotInDefault(uint256 token, uint16 today, uint16 defaultDay);
    error FactoringBuyBackRunning(uint256 token, uint256 instruction);
    error FactoringNotIssuedHere(address caller);
    error FactoringCircularDebtor(uint32 debtor);

    /// @notice The holder accepts one quote: the value is held for the financier until it is registered and paid.
    /// A position that was financed already is resold the same way, with recourse carried along.
    function acceptQuote(Quote calldata quote, address account, bytes calldata signature, bytes32 ref) external returns (uint256 financing);
    /// @notice The same with the holder's EIP-712 signature over the quote's digest, sent by anyone.
    function acceptQuoteWithSignature(Quote calldata quote, address account, bytes calldata signature, IReceivables.Signature calldata holder, bytes32 ref) external returns (uint256 financing);
    /// @notice The financier records the registry number and time; the payment instructions are issued.
    function register(uint256 financing, bytes32 registryNumber, uint40 registeredAt, uint40 payBy, bytes32 ref) external returns (uint256 instruction);
    /// @notice The financier steps back before the payment is instructed.
    function refuse(uint256 financing, bytes32 ref) external;
    /// @notice By anyone, when the financier did not register in time.
    function expireFinancing(uint256 financing, bytes32 ref) external;
    /// @notice Delivers what was paid while the position was frozen; by anyone.
    function deliver(uint256 financing, bytes32 ref) external;
    /// @notice At default the financier asks the recourse debtor to buy back: an instruction is issued.
    function requestBuyBack(uint256 token, uint32 bank, uint40 expiresAt, bytes32 ref) external returns (uint256 instruction);
    function cancelNonce(uint256 nonce, bytes32 ref) external;
    /// @notice Divides a payment on a recourse position between financier and debtor. Only settlement runs.
    function applyRecourse(uint256 token, uint72 pay, bytes32 ref) external returns (uint72 toFinancier, uint32 debtor, uint72 toDebtor);

    function financingOf(uint256 financing) external view returns (Financing memory);
    function recourseOf(uint256 token) external view returns (Recourse memory);
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
