// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";

/// @title ISettlementErrors
/// @notice Why an instruction or an attestation is refused.
interface ISettlementErrors {
    /// @notice No instruction has that number.
    /// @param instruction The number.
    error SettlementUnknown(uint256 instruction);
    /// @notice The instruction is not in the state that the verb needs.
    /// @param instruction Number of the instruction.
    /// @param actual Its state.
    /// @param needed State that the verb needs.
    error SettlementWrongState(uint256 instruction, ISettlement.State actual, ISettlement.State needed);
    /// @notice Only the bank that the instruction or the attestation names may do this.
    /// @param instruction Number of the instruction; 0 for none.
    /// @param member Member that tried.
    /// @param bank Bank that is named.
    error SettlementNotBank(uint256 instruction, uint32 member, uint32 bank);
    /// @notice The member is no party of the instruction.
    /// @param instruction Number of the instruction.
    /// @param member Member that tried.
    error SettlementNotParty(uint256 instruction, uint32 member);
    /// @notice Only the contract that issued an instruction may do this.
    /// @param instruction Number of the instruction.
    /// @param caller Account that tried.
    /// @param issuer Contract that issued it.
    error SettlementNotIssuer(uint256 instruction, address caller, address issuer);
    /// @notice The bank used this reference for this instruction already: an attestation counts once.
    /// @param bank Member that attested.
    /// @param bankReference Its own number of the payment.
    /// @param instruction Instruction that it named.
    error SettlementReferenceUsed(uint32 bank, bytes32 bankReference, uint256 instruction);
    /// @notice The attestation says neither paid nor returned.
    /// @param instruction Instruction that it names.
    error SettlementOutcomeMissing(uint256 instruction);
    /// @notice A returned payment's accounts, amount or currency are not those of the instruction.
    /// @param instruction Number of the instruction.
    /// @param amount Amount that the attestation states.
    /// @param needed Amount of the instruction.
    error SettlementReturnDiffers(uint256 instruction, uint256 amount, uint256 needed);
    /// @notice The instruction's expiry has passed.
    /// @param instruction Number of the instruction; 0 for one that is being issued.
    /// @param now_ Block time.
    /// @param expiresAt Its expiry.
    error SettlementExpired(uint256 instruction, uint256 now_, uint256 expiresAt);
    /// @notice The instruction has not expired yet.
    /// @param instruction Number of the instruction.
    /// @param now_ Block time.
    /// @param expiresAt Its expiry.
    error SettlementNotExpired(uint256 instruction, uint256 now_, uint256 expiresAt);
    /// @notice What the instruction pays for is past its cut-off; an unaccepted instruction ends there.
    /// @param instruction Number of the instruction.
    error SettlementCutOff(uint256 instruction);
    /// @notice An accepted instruction can't be ended yet.
    /// @param instruction Number of the instruction.
    /// @param today Civil day of the block.
    /// @param from First civil day on which it can.
    error SettlementTooEarly(uint256 instruction, uint256 today, uint256 from);
    /// @notice The legs' paid don't add up to the amount.
    /// @param amount Amount of the instruction.
    /// @param sum What the legs add up to.
    error SettlementLegsDiffer(uint256 amount, uint256 sum);
    /// @notice The instruction has no leg, or more than one instruction may have.
    /// @param count How many it has.
    /// @param limit How many it may have.
    error SettlementTooManyLegs(uint256 count, uint256 limit);
    /// @notice An amount of 0 pays nothing.
    error SettlementZeroAmount();
    /// @notice An instruction must say what it pays for.
    error SettlementKindMissing();
    /// @notice Only a settlement of the due day has no payee, and it has none.
    /// @param kind Kind of the instruction.
    /// @param payee Payee that it states.
    error SettlementPayee(ISettlement.Kind kind, uint32 payee);
    /// @notice Payer and payee are the same.
    /// @param member That member.
    error SettlementSameParties(uint32 member);
    /// @notice The value day is too far ahead.
    /// @param valueDay Civil day that was stated.
    /// @param latest Latest civil day that may be.
    error SettlementValueDayAhead(uint16 valueDay, uint16 latest);
    /// @notice A bank can't accept to pay on a day that is over.
    /// @param valueDay Civil day that was stated.
    /// @param today Civil day of the block.
    error SettlementValueDayPast(uint16 valueDay, uint16 today);
    /// @notice No unmatched payment has that number.
    /// @param unmatched The number.
    error SettlementUnknownUnmatched(uint256 unmatched);
    /// @notice The unmatched payment was matched already.
    /// @param unmatched Its number.
    error SettlementAlreadyMatched(uint256 unmatched);
    /// @notice Bank, payer's account, currency or amount of the unmatched payment don't fit the instruction.
    /// @param unmatched Number of the unmatched payment.
    /// @param instruction Number of the instruction.
    /// @param amount Amount of the unmatched payment.
    /// @param needed Amount of the instruction.
    error SettlementMatchDiffers(uint256 unmatched, uint256 instruction, uint256 amount, uint256 needed);
}
