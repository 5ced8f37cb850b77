// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {IClaims} from "../interfaces/IClaims.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IEarlyPayments} from "../interfaces/IEarlyPayments.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {IMemberErrors} from "../interfaces/IMemberErrors.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {ClaimHash} from "../libraries/ClaimHash.sol";
import {PositionLib} from "../types/Position.sol";

/// @title EarlyPaymentBook
/// @notice What early payments remember, who agreed to them, and what they ask the other contracts.
/// @dev The contracts that it calls are the ledger's own and call no account of a member.
abstract contract EarlyPaymentBook is IEarlyPayments, EIP712 {
    using BitMaps for BitMaps.BitMap;

    bytes32 private constant EARLY_PAYMENT_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "EarlyPayment(uint256 token,uint32 obligor,uint32 holder,uint72 face,uint72 paid,uint32 bank,uint40 expiresAt,uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch)"
    );
    bytes32 private constant PLEDGED_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "PledgedPayment(uint256 token,uint32 obligor,uint32 holder,uint72 face,uint72 paid,uint32 bank,uint40 expiresAt,uint256 obligorNonce,uint256 holderNonce,uint256 lien,uint32 securedParty,uint256 securedPartyNonce,uint256 deadline,uint32 epoch)"
    );
    /// @dev EIP-712 appends the types referred to in alphabetical order.
    bytes32 private constant RETIREMENT_TYPEHASH = keccak256(
        bytes.concat(
            "Retirement(uint256 token,uint32 obligor,uint32 holder,uint72 value,BillRange bill,EarlierTags[] earlier,"
            "uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch)",
            ClaimHash.RANGE_TYPE,
            ClaimHash.EARLIER_TYPE
        )
    );

    /// @dev Two words: token 64 | face 72 | paid 72 | state 8 | pledged 8 | firm 8, and hold 128 | instruction 128. Of
    /// encumbered value the hold's place has the lien, and `firm` says that its bank accepted.
    struct Record {
        uint64 token;
        uint72 face;
        uint72 paid;
        State state;
        bool pledged;
        bool firm;
        uint128 holdId;
        uint128 instruction;
    }

    IMembers internal immutable MEMBERS;
    IReceivables internal immutable RECEIVABLES;
    ICreditCertificates internal immutable CERTIFICATES;
    IClaims internal immutable CLAIMS;
    ISettlement internal immutable SETTLEMENT;
    ISettlementRuns internal immutable RUNS;
    ILiens internal immutable LIENS;
    /// @dev Seconds that civil time is ahead of UTC.
    uint256 internal immutable UTC_OFFSET;

    /// @inheritdoc IEarlyPayments
    uint256 public earlyPaymentCount;
    /// @inheritdoc IEarlyPayments
    mapping(uint32 receivable => uint72) public waitingFaceOf;
    mapping(uint256 earlyPayment => Record) internal _records;
    mapping(uint256 instruction => uint256 earlyPayment) internal _paidBy;
    mapping(uint32 member => BitMaps.BitMap) private _nonces;

    constructor(
        IMembers members,
        IRules rules,
        IReceivables receivables,
        ICreditCertificates certificates,
        IClaims claims,
        ISettlement settlement,
        ISettlementRuns runs,
        ILiens liens
    ) EIP712("Tallystick", "1") {
        MEMBERS = members;
        RECEIVABLES = receivables;
        CERTIFICATES = certificates;
        CLAIMS = claims;
        SETTLEMENT = settlement;
        RUNS = runs;
        LIENS = liens;
        UTC_OFFSET = rules.utcOffset();
    }

    // ----------------------------------------------------------------- nonces

    /// @inheritdoc IEarlyPayments
    function cancelNonce(uint256 nonce, bytes32 ref) external {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        _useNonce(member, nonce);
        emit EarlyPaymentNonceCancelled(member, nonce, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc IEarlyPayments
    function earlyPaymentOf(
        uint256 earlyPayment
    )
        external
        view
        returns (uint256 token, uint72 face, uint72 paid, uint256 holdId, uint256 instruction, State state)
    {
        Record memory r = _records[earlyPayment];
        // A lien is known by its hold, in the low bits.
        return (r.token, r.face, r.paid, uint64(r.holdId), r.instruction, r.state);
    }

    /// @inheritdoc IEarlyPayments
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool) {
        return _nonces[member].get(nonce);
    }

    /// @inheritdoc IEarlyPayments
    function lienPaidBy(uint256 earlyPayment) external view returns (uint256 lien) {
        Record storage r = _records[earlyPayment];
        return r.pledged ? r.holdId : 0;
    }

    // -------------------------------------------------------------- internals

    function _useNonce(uint32 member, uint256 nonce) internal {
        require(!_nonces[member].get(nonce), EarlyPaymentsNonceUsed(member, nonce));
        _nonces[member].set(nonce);
    }

    /// @dev That the terms name the obligor and the holder of a position that has one payee; answers its currency.
    function _requireParties(uint256 token, uint32 obligor, uint32 holder) internal view returns (bytes3 currency) {
        (ISplitToken.Link memory link, ) = CERTIFICATES.positionOf(token);
        ISplitToken.Slot memory slot = CERTIFICATES.slotInfo(_receivableOf(token));
        require(obligor == slot.noticeTo, EarlyPaymentsNotObligor(token, obligor, slot.noticeTo));
        require(holder == link.owner, EarlyPaymentsNotHolder(token, holder, link.owner));
        require(link.flags & PositionLib.RECOURSE == 0, EarlyPaymentsRecourse(token));
        return slot.unit;
    }

    function _requireBeforeCutOff(uint32 receivable) internal view {
        (bool open, uint16 dueDay) = _beforeCutOff(receivable);
        require(open, EarlyPaymentsTooLate(receivable, CivilDay.dayOf(block.timestamp, UTC_OFFSET), dueDay));
    }

    /// @dev Whether the due day is not over and no run has opened.
    function _beforeCutOff(uint32 receivable) internal view returns (bool open, uint16 dueDay) {
        ISplitToken.Slot memory slot = CERTIFICATES.slotInfo(receivable);
        return (!slot.closed && CivilDay.dayOf(block.timestamp, UTC_OFFSET) <= slot.dueDay, slot.dueDay);
    }

    /// @dev That a party agreed: by a signature, or by sending the transaction itself.
    function _requireSigned(uint32 member, bytes32 digest, IReceivables.Signature calldata s) internal view {
        if (s.signature.length == 0 && s.account == msg.sender) {
            require(MEMBERS.isActiveAccount(msg.sender, member), IMemberErrors.MembersNotAccountOf(msg.sender, member));
        } else {
            MEMBERS.requireSignature(member, s.epoch, s.deadline, s.account, digest, s.signature);
        }
    }

    function _earlyPaymentDigest(
        EarlyPayment calldata terms,
        IReceivables.Signature calldata s
    ) internal view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(EARLY_PAYMENT_TYPEHASH, terms, s.deadline, s.epoch)));
    }

    function _pledgedDigest(
        PledgedPayment calldata payment,
        IReceivables.Signature calldata s
    ) internal view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(PLEDGED_TYPEHASH, payment, s.deadline, s.epoch)));
    }

    function _retirementDigest(
        Retirement calldata terms,
        IReceivables.Signature calldata s
    ) internal view returns (bytes32) {
        bytes32 structHash = keccak256(
            abi.encode(
                RETIREMENT_TYPEHASH,
                terms.token,
                terms.obligor,
                terms.holder,
                terms.value,
                ClaimHash.ofRange(terms.bill),
                ClaimHash.ofEarlier(terms.earlier),
                terms.obligorNonce,
                terms.holderNonce,
                s.deadline,
                s.epoch
            )
        );
        return _hashTypedDataV4(structHash);
    }

    function _receivableOf(uint256 token) internal pure returns (uint32) {
        return uint32(token >> 32);
    }
}
