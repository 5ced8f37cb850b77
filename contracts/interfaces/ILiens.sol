// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILienErrors} from "./ILienErrors.sol";
import {ILienEvents} from "./ILienEvents.sol";
import {IReceivables} from "./IReceivables.sol";
import {IPaymentListener} from "./ISettlement.sol";

/// @title ILiens
/// @notice Encumbrances of positions: certificates, warehouse receipts and what governance admits later.
/// @dev I7: per position, active liens <= value; a lien ends only by release, enforcement or payment to the secured
/// party, or when its goods leave with that party's approval. A lien's amount is its hold's on the token: nothing is
/// kept twice. Lien id = number of the asset << 64 | hold. Every `ref` is the request reference. Chain order is
/// evidence, not legal rank.
interface ILiens is ILienEvents, ILienErrors, IPaymentListener {
    // --- verbs of debtors

    /// @notice Pledges value, which is held from now on. By the holder of record, unless its keys are in doubt.
    /// Errors: LiensUnknownAsset, LiensSameParty, LiensTermsMissing; those of `IHolds.hold` and of
    /// `IMembers.requireParty` for the secured party, which must be a financier that isn't suspended.
    /// @param pledge_ What is pledged.
    /// @param ref Request reference.
    /// @return lien Its id.
    function pledge(Pledge calldata pledge_, bytes32 ref) external returns (uint256 lien);
    /// @notice The same with the secured party's signature, and where it is given with the custodian's.
    /// Errors: as `pledge`, `accept`, `register`, `countersign`; LiensNonceUsed, those of `IMembers.requireSignature`.
    /// @param pledge_ What is pledged.
    /// @param registration What the secured party signed of its registration.
    /// @param securedParty EIP-712 `PledgeAcceptance`.
    /// @param custodian EIP-712 `PledgeCountersignature`; account zero for none yet, or none needed.
    /// @param ref Request reference.
    /// @return lien Its id.
    function pledgeWithSignatures(
        Pledge calldata pledge_,
        Registration calldata registration,
        Consent calldata securedParty,
        Consent calldata custodian,
        bytes32 ref
    ) external returns (uint256 lien);
    /// @notice Takes a pledge back that the secured party has not accepted.
    /// Errors: LiensWrongState, LiensNotParty, LiensAccepted.
    /// @param lien Lien.
    /// @param ref Request reference.
    function withdraw(uint256 lien, bytes32 ref) external;

    // --- verbs of secured parties

    /// @notice Accepts a pledge. By a financier that isn't suspended.
    /// Errors: LiensWrongState, LiensNotParty, LiensSameParty, LiensAccepted; as `register`, and those of
    /// `IReceivables.requireSound`, `IWarehouses.requireUsable` and, where it becomes active, of `IHolds.keepHold`.
    /// @param lien Lien.
    /// @param registration All zero for none yet.
    /// @param ref Request reference.
    function accept(uint256 lien, Registration calldata registration, bytes32 ref) external;
    /// @notice Records the registration of an accepted pledge. One of a receivable exists only from then on (Civil Code
    /// art. 445).
    /// Errors: LiensWrongState, LiensNotParty, LiensNotAccepted, LiensRegistryNumberMissing, LiensTimeAhead,
    /// LiensRegistered, LiensTooMany.
    /// @param lien Lien.
    /// @param registration Number and time, both given.
    /// @param ref Request reference.
    function register(uint256 lien, Registration calldata registration, bytes32 ref) external;
    /// @notice Refuses a proposed pledge. By the secured party, or by the custodian of the goods.
    /// Errors: LiensWrongState, LiensNotParty.
    /// @param lien Lien.
    /// @param ref Request reference.
    function refuse(uint256 lien, bytes32 ref) external;
    /// @notice Releases value, a part or all.
    /// Errors: LiensWrongState, LiensNotParty, LiensExceeded.
    /// @param lien Lien.
    /// @param amount What is freed.
    /// @param ref Request reference.
    function release(uint256 lien, uint72 amount, bytes32 ref) external;
    /// @notice Records when a notice reached who owes the pledged thing.
    /// Errors: LiensWrongState once it ended, LiensNotParty, LiensTimeAhead.
    /// @param lien Lien.
    /// @param noticedAt Time in seconds.
    /// @param evidence Digest of the proof.
    /// @param ref Request reference.
    function recordNotice(uint256 lien, uint40 noticedAt, bytes32 evidence, bytes32 ref) external;
    /// @notice Lets so much of pledged goods be picked up, instead of what was approved before.
    /// Errors: LiensWrongState, LiensNotParty, LiensNoGoods; those of `IReceiptDelivery.approvePickUp`.
    /// @param lien Lien.
    /// @param quantity Quantity.
    /// @param ref Request reference.
    function approvePickUp(uint256 lien, uint72 quantity, bytes32 ref) external;
    /// @notice Lets pledged goods be replaced by one order; the lien goes over to the new ones.
    /// Errors: LiensWrongState, LiensNotParty, LiensNoGoods.
    /// @param lien Lien.
    /// @param order EIP-712 digest of the `Replacement`; zero for none any more.
    /// @param ref Request reference.
    function approveReplacement(uint256 lien, bytes32 order, bytes32 ref) external;
    /// @notice Declares the secured debt in default, from when the debtor can agree to enforcement. What it signed
    /// about an earlier default is void.
    /// Errors: LiensWrongState, LiensNotParty.
    /// @param lien Lien.
    /// @param evidence Digest of the proof.
    /// @param ref Request reference.
    function declareDefault(uint256 lien, bytes32 evidence, bytes32 ref) external;
    /// @notice Enforces with the debtor's signature, given after the default.
    /// Errors: LiensWrongState, LiensNotParty, LiensDefaultDiffers, LiensExceeded, LiensPrice, LiensSameParty,
    /// LiensNonceUsed; those of `IMembers` for signature and buyer, of `ISettlement.issueInstruction`, and where the
    /// secured party takes over of `IHolds.deliverPart`.
    /// @param order How.
    /// @param debtor The debtor's signature.
    /// @param ref Request reference.
    function enforce(Enforcement calldata order, IReceivables.Signature calldata debtor, bytes32 ref) external;

    // --- verbs of custodians

    /// @notice Signs a pledge of goods that it keeps (Civil Code art. 441). By a custodian that isn't suspended.
    /// Errors: LiensWrongState, LiensNoGoods, LiensNotParty, LiensCountersigned; those of `IWarehouses.requireUsable`
    /// and, where it becomes active, of `IHolds.keepHold`.
    /// @param lien Lien.
    /// @param ref Request reference.
    function countersign(uint256 lien, bytes32 ref) external;

    // --- verbs of legal accounts: one proposes, another one confirms

    /// @notice Proposes an enforcement. Errors: LiensWrongState.
    /// @param order How.
    /// @param documentDigest Digest of the legal document.
    /// @param ref Request reference.
    function proposeEnforcement(Enforcement calldata order, bytes32 documentDigest, bytes32 ref) external;
    /// @notice Confirms and enforces what another legal account proposed.
    /// Errors: LiensNoProposal, LiensSameAccount; as `enforce`.
    /// @param order How.
    /// @param documentDigest Digest of the legal document.
    /// @param ref Request reference.
    function confirmEnforcement(Enforcement calldata order, bytes32 documentDigest, bytes32 ref) external;

    // --- verbs of anyone

    /// @notice Ends a proposed pledge after its expiry, or after what it is on ceased to circulate.
    /// Errors: LiensWrongState, LiensNotExpired.
    /// @param lien Lien.
    /// @param ref Request reference.
    function expire(uint256 lien, bytes32 ref) external;
    /// @notice Delivers what a buyer has paid for, once nothing hinders it.
    /// Errors: LiensWrongState; those of `IHolds.deliverPart`.
    /// @param lien Lien.
    /// @param ref Request reference.
    function deliver(uint256 lien, bytes32 ref) external;
    /// @notice Uses up one of the caller's nonces. Errors: LiensNonceUsed.
    /// @param nonce Bitmap nonce of the caller's member.
    /// @param ref Request reference.
    function cancelNonce(uint256 nonce, bytes32 ref) external;

    // --- verbs of governance and of ledger contracts (AccessManager grants)

    /// @notice Lets positions of a token contract be pledged. Only governance; the token grants its holds besides.
    /// Errors: LiensAssetAdmitted.
    /// @param asset Token contract, with `ISplitToken` and `IHolds`, and for goods `IReceiptDelivery`.
    /// @param goods Whether it is title to goods.
    /// @param ref Request reference.
    function admitAsset(address asset, bool goods, bytes32 ref) external;
    /// @notice Divides a settled leg among the liens on its certificate: by ascending registration, equal ones in
    /// proportion. Only settlement runs, which have had the token settle the leg.
    /// @param run Settlement run.
    /// @param token Certificate.
    /// @param pay Pay of the leg, in minor units.
    /// @param ref Request reference.
    /// @return toLiens What secured parties get of it.
    function payLiens(uint256 run, uint256 token, uint72 pay, bytes32 ref) external returns (uint72 toLiens);
    /// @notice A bank accepted an early payment of encumbered value: until its outcome the lien is neither released nor
    /// enforced. Only the early-payments contract.
    /// Errors: LiensUnknown, LiensWrongState; those of `IHolds.makeFirm`.
    /// @param lien Lien over a certificate.
    /// @param ref Request reference.
    function reserveLien(uint256 lien, bytes32 ref) external;
    /// @notice An accepted early payment of encumbered value has its outcome: what was paid ends, of the certificate
    /// and of the lien. Only the early-payments contract.
    /// Errors: LiensUnknown, LiensWrongState; those of `ICertificateSettlement.settlePart`.
    /// @param lien Lien over a certificate.
    /// @param value Value that was paid, in minor units; 0 where the payment failed and the lien is as it was.
    /// @param ref Request reference.
    /// @return freed Pay that a run reserved for the ended value: the obligor paid it twice.
    function settleLien(uint256 lien, uint72 value, bytes32 ref) external returns (uint72 freed);
    /// @notice A token of goods reports that held goods left or were replaced, as had been approved. Only such a token.
    /// Errors: LiensUnknownAsset.
    /// @param hold Hold that lost them.
    /// @param quantity What it lost.
    /// @param newHold Hold over the new goods; 0 for none.
    /// @param ref Request reference.
    function onGoodsTaken(uint256 hold, uint72 quantity, uint256 newHold, bytes32 ref) external;

    // --- views

    /// @notice A lien as it stands. Errors: LiensUnknown.
    /// @param lien Lien.
    function lienOf(uint256 lien) external view returns (Lien memory);
    /// @notice Active liens on a position whose asset isn't goods, in the order in which settlement pays them.
    /// @param asset Token contract.
    /// @param token Token id.
    function liensOn(address asset, uint256 token) external view returns (uint256[] memory);
    /// @notice Number of an admitted token contract; 0 for none.
    /// @param asset Token contract.
    /// @return index Its number.
    /// @return goods Whether it is title to goods.
    function assetOf(address asset) external view returns (uint64 index, bool goods);
    /// @notice The last sale of a lien; all zero for none.
    /// @param lien Lien.
    function saleOf(uint256 lien) external view returns (Sale memory);
    /// @notice Whether a nonce is used up.
    /// @param member Member.
    /// @param nonce Bitmap nonce.
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
