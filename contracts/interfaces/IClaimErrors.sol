// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IClaimErrors
/// @notice Why `Claims` refuses, and the phases of which it speaks.
interface IClaimErrors {
    /// @notice Phases of a claimant: None -> Reserved -> Live -> Satisfied, or Reserved -> Released. It reserves once.
    enum Phase {
        None,
        Reserved,
        Live,
        Satisfied,
        Released
    }

    /// @notice A claimant of another contract's name space.
    /// @param claimant The claimant.
    /// @param caller The contract that called.
    error ClaimsForeignClaimant(bytes32 claimant, address caller);
    /// @notice A reservation of nothing.
    /// @param claimant Who claims.
    error ClaimsNothingUsed(bytes32 claimant);
    /// @notice More uses than one claimant may have.
    /// @param count Uses stated.
    /// @param limit The most.
    error ClaimsTooMany(uint256 count, uint256 limit);
    /// @notice A use of nothing.
    /// @param tag The thing.
    error ClaimsZeroAmount(bytes32 tag);
    /// @notice More would be used than exists.
    /// @param tag The thing.
    /// @param exists How much of it exists.
    /// @param used How much of it is reserved or committed.
    /// @param asked How much more was asked.
    error ClaimsOverused(bytes32 tag, uint256 exists, uint256 used, uint256 asked);
    /// @notice The same thing was stated with another amount in existence (an invoice with another face).
    /// @param tag The thing.
    /// @param actual What its open claims state.
    /// @param stated What was stated now.
    error ClaimsOtherFace(bytes32 tag, uint72 actual, uint72 stated);
    /// @notice The same thing was stated in another unit (an invoice in another currency).
    /// @param tag The thing.
    /// @param actual What its open claims state.
    /// @param stated What was stated now.
    error ClaimsOtherUnit(bytes32 tag, bytes3 actual, bytes3 stated);
    /// @notice The claimant is not in the phase that the verb needs.
    /// @param claimant Whose uses.
    /// @param actual Its phase.
    /// @param needed The phase needed.
    error ClaimsWrongPhase(bytes32 claimant, Phase actual, Phase needed);
    /// @notice Tags of an epoch that new claims don't present.
    /// @param epoch The epoch stated.
    /// @param current The epoch needed.
    error ClaimsWrongEpoch(uint32 epoch, uint32 current);
    /// @notice A key that says nothing.
    /// @param epoch The epoch that it would open.
    error ClaimsKeyMissing(uint32 epoch);
    /// @notice Claims would have to present tags of too many epochs.
    /// @param earlier Earlier epochs that have unreleased claims.
    /// @param limit The most.
    error ClaimsTooManyEpochs(uint256 earlier, uint256 limit);
    /// @notice An earlier epoch has unreleased claims, and no tags of it are presented.
    /// @param epoch The epoch.
    error ClaimsEpochMissing(uint32 epoch);
    /// @notice An earlier epoch's tags are not one for each thing.
    /// @param epoch The epoch.
    /// @param count Tags presented.
    /// @param needed Things claimed.
    error ClaimsTagCount(uint32 epoch, uint256 count, uint256 needed);
    /// @notice A claimant has no use with this number.
    /// @param claimant Whose uses.
    /// @param index Number asked for, from 0.
    /// @param count How many it has.
    error ClaimsUnknownUse(bytes32 claimant, uint256 index, uint256 count);
    /// @notice A credit note of more than its invoice.
    /// @param key Key of the tally.
    /// @param exists How much of the invoice is left.
    /// @param amount What the note takes off.
    error ClaimsCreditTooLarge(bytes32 key, uint72 exists, uint72 amount);
    /// @notice The credit note was counted before.
    /// @param key Key of the tally.
    /// @param noteTag Fingerprint of the note.
    error ClaimsCreditKnown(bytes32 key, bytes32 noteTag);
    /// @notice More of a thing is used than exists, since a credit note came late.
    /// @param key Key of the tally.
    /// @param exists How much exists.
    /// @param used How much is reserved or committed.
    error ClaimsShort(bytes32 key, uint72 exists, uint256 used);
    /// @notice A part of the range is claimed already.
    /// @param key Key of the bill.
    /// @param from Start of the range asked for.
    /// @param to End of the range asked for, exclusive.
    /// @param takenFrom Start of the range that overlaps it.
    /// @param takenTo End of the range that overlaps it, exclusive.
    error ClaimsRangeTaken(bytes32 key, uint72 from, uint72 to, uint72 takenFrom, uint72 takenTo);
    /// @notice `left` is not the start of the nearest claimed range below.
    /// @param key Key of the bill.
    /// @param left The start that was named.
    error ClaimsWrongNeighbour(bytes32 key, uint72 left);
    /// @notice A range without a minor unit in it.
    /// @param key Key of the bill.
    /// @param from Its start.
    /// @param to Its end, exclusive.
    error ClaimsEmptyRange(bytes32 key, uint72 from, uint72 to);
}
