// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILienTypes} from "./ILienTypes.sol";

/// @title ILienEvents
/// @notice What liens announce; with the tokens' events on holds it suffices to rebuild their state.
interface ILienEvents is ILienTypes {
    /// @notice Positions of a token contract can be pledged.
    /// @param asset Token contract.
    /// @param index Number of it; a lien's id is index << 64 | hold.
    /// @param goods Whether it is title to goods, whose custodian countersigns; else its liens need registration.
    /// @param ref Request reference.
    event AssetAdmitted(address indexed asset, uint64 index, bool goods, bytes32 ref);
    /// @notice A holder of record pledged value, which is held from now on.
    /// @param lien Lien.
    /// @param securedParty Member that is secured.
    /// @param debtor Member that pledged.
    /// @param pledge What was pledged.
    /// @param ref Request reference.
    event LienProposed(
        uint256 indexed lien,
        uint32 indexed securedParty,
        uint32 indexed debtor,
        Pledge pledge,
        bytes32 ref
    );
    /// @notice The secured party accepted.
    /// @param lien Lien.
    /// @param securedParty Member that is secured.
    /// @param ref Request reference.
    event LienAccepted(uint256 indexed lien, uint32 indexed securedParty, bytes32 ref);
    /// @notice The secured party recorded the registration.
    /// @param lien Lien.
    /// @param number Registry number.
    /// @param registeredAt Time in seconds.
    /// @param ref Request reference.
    event LienRegistered(uint256 indexed lien, bytes32 number, uint40 registeredAt, bytes32 ref);
    /// @notice The custodian of the goods signed.
    /// @param lien Lien.
    /// @param custodian Member that keeps the goods.
    /// @param ref Request reference.
    event LienCountersigned(uint256 indexed lien, uint32 indexed custodian, bytes32 ref);
    /// @notice Nothing is missing: it encumbers from now on.
    /// @param lien Lien.
    /// @param ref Request reference.
    event LienActivated(uint256 indexed lien, bytes32 ref);
    /// @notice The secured party or the custodian refused a proposed lien.
    /// @param lien Lien.
    /// @param by Member that refused.
    /// @param ref Request reference.
    event LienRefused(uint256 indexed lien, uint32 indexed by, bytes32 ref);
    /// @notice The debtor took a proposed lien back.
    /// @param lien Lien.
    /// @param ref Request reference.
    event LienWithdrawn(uint256 indexed lien, bytes32 ref);
    /// @notice A proposed lien ended by its expiry or with the circulation of what it is on.
    /// @param lien Lien.
    /// @param ref Request reference.
    event LienExpired(uint256 indexed lien, bytes32 ref);
    /// @notice The secured party released value.
    /// @param lien Lien.
    /// @param amount What is free.
    /// @param rest What is still encumbered; 0 where it ended.
    /// @param ref Request reference.
    event LienReleased(uint256 indexed lien, uint72 amount, uint72 rest, bytes32 ref);
    /// @notice The secured party recorded when a notice of the lien reached who owes the pledged thing (Civil Code
    /// art. 546, 768).
    /// @param lien Lien.
    /// @param noticedAt Time in seconds.
    /// @param evidence Digest of the proof.
    /// @param ref Request reference.
    event LienNoticeRecorded(uint256 indexed lien, uint40 noticedAt, bytes32 evidence, bytes32 ref);
    /// @notice A settlement leg paid a lien before the holder, as a part of the leg's pay; or an early payment ended
    /// encumbered value.
    /// @param lien Lien.
    /// @param run Settlement run; 0 for an early payment.
    /// @param securedParty Member that was paid.
    /// @param amount Minor units.
    /// @param remaining What is still encumbered; 0 where it ended.
    /// @param ref Request reference.
    event LienPaid(
        uint256 indexed lien,
        uint256 indexed run,
        uint32 indexed securedParty,
        uint72 amount,
        uint72 remaining,
        bytes32 ref
    );
    /// @notice Goods of a lien left or were replaced, as the secured party had approved.
    /// @param lien Lien.
    /// @param quantity What it lost.
    /// @param rest What is still encumbered; 0 where it ended.
    /// @param ref Request reference.
    event LienReduced(uint256 indexed lien, uint72 quantity, uint72 rest, bytes32 ref);
    /// @notice A lien over the goods that replaced others began, with the same parties and terms.
    /// @param lien Lien over the new goods.
    /// @param from Lien over the old goods.
    /// @param token Receipt over the new goods.
    /// @param amount What it encumbers.
    /// @param ref Request reference.
    event LienMoved(uint256 indexed lien, uint256 indexed from, uint64 token, uint72 amount, bytes32 ref);
    /// @notice The secured party declared the secured debt in default. What the debtor signs about enforcement names
    /// this time, so it was signed later (Civil Code art. 428).
    /// @param lien Lien.
    /// @param defaultedAt Block time in seconds.
    /// @param evidence Digest of the proof.
    /// @param ref Request reference.
    event LienDefaultDeclared(uint256 indexed lien, uint40 defaultedAt, bytes32 evidence, bytes32 ref);
    /// @notice A legal account proposed an enforcement.
    /// @param lien Lien.
    /// @param order How.
    /// @param documentDigest Digest of the legal document.
    /// @param by Member of the legal account.
    /// @param account Account.
    /// @param ref Request reference.
    event EnforcementProposed(
        uint256 indexed lien,
        Enforcement order,
        bytes32 documentDigest,
        uint32 by,
        address account,
        bytes32 ref
    );
    /// @notice Another legal account confirmed it.
    /// @param lien Lien.
    /// @param documentDigest Digest of the legal document.
    /// @param by Member of the legal account.
    /// @param account Account.
    /// @param ref Request reference.
    event EnforcementConfirmed(uint256 indexed lien, bytes32 documentDigest, uint32 by, address account, bytes32 ref);
    /// @notice A buyer was instructed to pay the secured party; on payment the value is the buyer's.
    /// @param lien Lien.
    /// @param instruction Payment instruction.
    /// @param buyer Member that pays.
    /// @param value What it gets.
    /// @param price Minor units.
    /// @param claim Secured claim in minor units.
    /// @param ref Request reference.
    event LienSaleInstructed(
        uint256 indexed lien,
        uint256 indexed instruction,
        uint32 indexed buyer,
        uint72 value,
        uint72 price,
        uint72 claim,
        bytes32 ref
    );
    /// @notice The payment failed: the lien is as before.
    /// @param lien Lien.
    /// @param instruction Payment instruction.
    /// @param ref Request reference.
    event LienSaleFailed(uint256 indexed lien, uint256 indexed instruction, bytes32 ref);
    /// @notice The buyer has paid, and delivery waits.
    /// @param lien Lien.
    /// @param reason Encoded error of the token.
    /// @param ref Request reference.
    event LienSaleWaits(uint256 indexed lien, bytes reason, bytes32 ref);
    /// @notice Encumbered value passed to a buyer, or to the secured party.
    /// @param lien Lien.
    /// @param buyer Member that holds it now.
    /// @param child Token that was minted for it.
    /// @param value What passed.
    /// @param price Minor units that it counts for.
    /// @param rest What is still encumbered; 0 where it ended.
    /// @param ref Request reference.
    event LienEnforced(
        uint256 indexed lien,
        uint32 indexed buyer,
        uint256 child,
        uint72 value,
        uint72 price,
        uint72 rest,
        bytes32 ref
    );
    /// @notice A nonce was used up, by what was signed under it or by its own member.
    /// @param member Member.
    /// @param nonce Bitmap nonce.
    /// @param ref Request reference.
    event LienNonceSpent(uint32 indexed member, uint256 nonce, bytes32 ref);
}
