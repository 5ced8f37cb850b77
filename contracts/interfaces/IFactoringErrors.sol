// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IFactoringEvents} from "./IFactoringEvents.sol";
import {IReceivables} from "./IReceivables.sol";

/// @title IFactoringErrors
/// @notice Why factoring refuses.
interface IFactoringErrors {
    /// @notice No financing has this id.
    /// @param financing Stated id.
    error FactoringUnknown(uint256 financing);
    /// @notice The financing is elsewhere in its life.
    /// @param financing Its id.
    /// @param actual State that it is in.
    /// @param needed State that the verb needs.
    error FactoringWrongState(uint256 financing, IFactoringEvents.State actual, IFactoringEvents.State needed);
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
    /// @notice The transaction has too little gas to deliver what was paid.
    error FactoringOutOfGas();
    /// @notice The recourse debtor can't buy what it stands behind; it buys back.
    /// @param debtor It.
    error FactoringCircularDebtor(uint32 debtor);
}
