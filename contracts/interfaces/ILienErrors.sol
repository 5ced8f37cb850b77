// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILienTypes} from "./ILienTypes.sol";

/// @title ILienErrors
/// @notice Why liens refuse. The tokens' own refusals pass through: another holder, too little free value, a frozen
/// position, ended circulation, an expired reservation.
interface ILienErrors {
    /// @notice Positions of this contract can't be pledged.
    /// @param asset Token contract.
    error LiensUnknownAsset(address asset);
    /// @notice They can be pledged already.
    /// @param asset Token contract.
    /// @param index Its number.
    error LiensAssetAdmitted(address asset, uint64 index);
    /// @notice No such lien.
    /// @param lien Lien.
    error LiensUnknown(uint256 lien);
    /// @notice The lien doesn't stand where the verb needs it.
    /// @param lien Lien.
    /// @param actual Where it stands.
    /// @param needed Where it would have to stand.
    error LiensWrongState(uint256 lien, ILienTypes.State actual, ILienTypes.State needed);
    /// @notice The secured party has accepted: the debtor is bound until the expiry.
    /// @param lien Lien.
    error LiensAccepted(uint256 lien);
    /// @notice The secured party has not accepted yet.
    /// @param lien Lien.
    error LiensNotAccepted(uint256 lien);
    /// @notice The custodian has signed already.
    /// @param lien Lien.
    error LiensCountersigned(uint256 lien);
    /// @notice The member is not the one that may do this.
    /// @param lien Lien; 0 where there is none yet.
    /// @param member Member that acts.
    /// @param needed Member that may.
    error LiensNotParty(uint256 lien, uint32 member, uint32 needed);
    /// @notice Debtor and secured party, or secured party or buyer and who owes the pledged thing, are one member.
    /// @param member Member.
    error LiensSameParty(uint32 member);
    /// @notice A pledge without digest of its terms or without reference of the debt.
    /// @param terms Digest of the pledge agreement.
    /// @param debt Reference of the secured debt.
    error LiensTermsMissing(bytes32 terms, bytes32 debt);
    /// @notice A registration without number.
    /// @param lien Lien.
    error LiensRegistryNumberMissing(uint256 lien);
    /// @notice A time that is missing or has not come yet.
    /// @param stated Time in seconds.
    /// @param now_ Block time in seconds.
    error LiensTimeAhead(uint256 stated, uint256 now_);
    /// @notice The lien is registered already.
    /// @param lien Lien.
    /// @param registeredAt Time in seconds.
    error LiensRegistered(uint256 lien, uint256 registeredAt);
    /// @notice Liens of this asset are not over goods.
    /// @param lien Lien.
    error LiensNoGoods(uint256 lien);
    /// @notice Too many active liens on one position, as settlement walks through all of them.
    /// @param token Token id.
    /// @param count How many there are.
    /// @param limit Most that there may be.
    error LiensTooMany(uint256 token, uint256 count, uint256 limit);
    /// @notice The proposal still runs.
    /// @param lien Lien.
    /// @param now_ Block time in seconds.
    /// @param expiresAt Block time in seconds until which it runs.
    error LiensNotExpired(uint256 lien, uint256 now_, uint256 expiresAt);
    /// @notice More, or less than nothing of it, than the lien encumbers.
    /// @param lien Lien.
    /// @param amount What it encumbers.
    /// @param asked What was asked for.
    error LiensExceeded(uint256 lien, uint256 amount, uint256 asked);
    /// @notice The debtor signed about another default, or none was declared.
    /// @param lien Lien.
    /// @param declaredAt Block time in seconds of the declared default; 0 for none.
    /// @param stated Block time that the order names.
    error LiensDefaultDiffers(uint256 lien, uint256 declaredAt, uint256 stated);
    /// @notice A price of 0, or above the secured claim: sell a part.
    /// @param lien Lien.
    /// @param price Minor units.
    /// @param claim Minor units.
    error LiensPrice(uint256 lien, uint256 price, uint256 claim);
    /// @notice No such proposal stands.
    /// @param lien Lien.
    error LiensNoProposal(uint256 lien);
    /// @notice The account that proposed can't confirm.
    /// @param lien Lien.
    /// @param account Account.
    error LiensSameAccount(uint256 lien, address account);
    /// @notice The nonce is used up.
    /// @param member Member.
    /// @param nonce Bitmap nonce.
    error LiensNonceUsed(uint32 member, uint256 nonce);
    /// @notice Only the settlement contract reports outcomes.
    /// @param caller Calling contract.
    error LiensNotIssuedHere(address caller);
    /// @notice A delivery ran out of gas, so the whole transaction must.
    error LiensOutOfGas();
}
