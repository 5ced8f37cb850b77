// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IClaims} from "../interfaces/IClaims.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {ClaimantId} from "../libraries/ClaimantId.sol";
import {ReceivableHash} from "../libraries/ReceivableHash.sol";
import {Roles} from "../types/Roles.sol";
import {ObligorLimits} from "./ObligorLimits.sol";
import {ReceivableTerms} from "./ReceivableTerms.sol";

/// @title Receivables
/// @notice The life of a receivable until its root certificate exists, and its end when no certificate lives.
contract Receivables is IReceivables, ObligorLimits, AccessManaged, EIP712 {
    /// @dev Word 1: obligor 32 | creditor 32 | amount 72 | currency 24 | delivery day 16 | contract due day 16 | due
    /// day 16 | state 8 | flags 8 | rules 16 | obligor's interest share 16 = 256. Word 2: terms digest. Word 3: accept
    /// by 40 | confirmed at 40 | open amount 72 | 104 unused.
    struct Record {
        uint32 obligor;
        uint32 creditor;
        uint72 amount;
        bytes3 currency;
        uint16 deliveryDay;
        uint16 contractDueDay;
        uint16 dueDay;
        State state;
        uint8 flags;
        uint16 rules;
        uint16 obligorInterestShare;
        bytes32 termsDigest;
        uint40 acceptBy;
        uint40 confirmedAt;
        uint72 openAmount;
    }

    uint8 private constant DEFENCE_WAIVER = 1;
    uint8 private constant NOTICE_BY_LEDGER = 2;

    IClaims private immutable CLAIMS;
    ICreditCertificates private immutable CERTIFICATES;

    uint32 private _count;
    mapping(uint32 receivable => Record) private _records;
    mapping(bytes32 termsDigest => uint32 receivable) private _idsOfTerms;

    constructor(
        address authority,
        IMembers members,
        IRules rules,
        IClaims claims,
        ICreditCertificates certificates
    ) ReceivableTerms(members, rules) AccessManaged(authority) EIP712("Tallystick", "1") {
        CLAIMS = claims;
        CERTIFICATES = certificates;
    }

    // --- register

    /// @inheritdoc IReceivables
    function register(Terms calldata terms, bytes32 ref) external returns (uint32 receivable) {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        require(member == terms.creditor || member == terms.obligor, ReceivablesNotParty(0, member));
        (receivable, ) = _register(terms, member, ref);
    }

    /// @inheritdoc IReceivables
    function void(uint32 receivable, bytes32 ref) external {
        Record storage record = _inState(receivable, State.Registered);
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        require(member == record.creditor || member == record.obligor, ReceivablesNotParty(receivable, member));
        record.state = State.Voided;
        emit ReceivableVoided(receivable, msg.sender, ref);
    }

    // --- confirm

    /// @inheritdoc IReceivables
    function confirm(uint32 receivable, Terms calldata terms, uint40 acceptBy, bytes32 ref) external {
        Record storage record = _registered(receivable, terms);
        _requireSender(receivable, record.obligor);
        _confirm(receivable, terms, acceptBy, msg.sender, ref);
    }

    /// @inheritdoc IReceivables
    function confirmWithSignature(
        uint32 receivable,
        Terms calldata terms,
        uint40 acceptBy,
        Signature calldata obligor,
        bytes32 ref
    ) external {
        Record storage record = _registered(receivable, terms);
        _requireConfirmation(receivable, record.obligor, record.termsDigest, acceptBy, obligor);
        _confirm(receivable, terms, acceptBy, obligor.account, ref);
    }

    // --- accept, or not

    /// @inheritdoc IReceivables
    function accept(uint32 receivable, bytes32 ref) external returns (uint256 certificate) {
        Record storage record = _inState(receivable, State.Confirmed);
        _requireSender(receivable, record.creditor);
        return _accept(receivable, msg.sender, ref);
    }

    /// @inheritdoc IReceivables
    function acceptWithSignature(
        uint32 receivable,
        Signature calldata creditor,
        bytes32 ref
    ) external returns (uint256 certificate) {
        Record storage record = _inState(receivable, State.Confirmed);
        _requireAcceptance(receivable, record.creditor, record.termsDigest, creditor);
        return _accept(receivable, creditor.account, ref);
    }

    /// @inheritdoc IReceivables
    function issueWithSignatures(
        Terms calldata terms,
        uint40 acceptBy,
        Signature calldata obligor,
        Signature calldata creditor,
        bytes32 ref
    ) external returns (uint32 receivable, uint256 certificate) {
        bytes32 digest;
        (receivable, digest) = _register(terms, MEMBERS.idOf(msg.sender), ref);
        _requireConfirmation(receivable, terms.obligor, digest, acceptBy, obligor);
        _requireAcceptance(receivable, terms.creditor, digest, creditor);
        _confirm(receivable, terms, acceptBy, obligor.account, ref);
        certificate = _accept(receivable, creditor.account, ref);
    }

    /// @inheritdoc IReceivables
    function reject(uint32 receivable, bytes32 reasonDigest, bytes32 ref) external {
        Record storage record = _inState(receivable, State.Confirmed);
        _requireSender(receivable, record.creditor);
        _giveUp(record, State.Rejected);
        emit ReceivableRejected(receivable, reasonDigest, msg.sender, ref);
        CLAIMS.release(_claimantOf(receivable), ref);
    }

    /// @inheritdoc IReceivables
    function expire(uint32 receivable, bytes32 ref) external {
        Record storage record = _inState(receivable, State.Confirmed);
        uint40 acceptBy = record.acceptBy;
        require(block.timestamp > acceptBy, ReceivablesAcceptByNotPassed(receivable, block.timestamp, acceptBy));
        _giveUp(record, State.Expired);
        emit ReceivableExpired(receivable, ref);
        CLAIMS.release(_claimantOf(receivable), ref);
    }

    // --- credit notes

    /// @inheritdoc IReceivables
    function recordCreditNote(
        uint32 receivable,
        uint256 invoice,
        uint72 amount,
        bytes32 noteTag,
        bytes32 documentDigest,
        bytes32 ref
    ) external {
        Record storage record = _records[receivable];
        require(record.state != State.None, ReceivablesUnknown(receivable));
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        // The seller's own word is against its interest; anybody else's must be an attestation.
        if (member != record.creditor) MEMBERS.requireRole(msg.sender, Roles.REGISTRAR, CREDITOR_STOPS);
        emit CreditNoteRecorded(receivable, invoice, amount, noteTag, documentDigest, member, ref);
        CLAIMS.lower(_claimantOf(receivable), invoice, amount, noteTag, ref);
    }

    // --- discharge

    /// @inheritdoc IReceivables
    function discharge(uint32 receivable, uint72 amount, bytes32 ref) external restricted {
        Record storage record = _inState(receivable, State.Accepted);
        uint72 open = record.openAmount;
        require(amount <= open, ReceivablesExceedsOpen(receivable, open, amount));
        record.openAmount = open - amount;
        _freeLimit(record.obligor, record.currency, amount);
        emit ReceivableReduced(receivable, amount, ref);
        if (amount != open) return;
        uint72 live = CERTIFICATES.totalsOf(receivable).live;
        require(live == 0, ReceivablesStillLive(receivable, live));
        record.state = State.Discharged;
        emit ReceivableDischarged(receivable, ref);
        CLAIMS.satisfy(_claimantOf(receivable), ref);
    }

    // --- views

    /// @inheritdoc IReceivables
    function receivableCount() external view returns (uint32) {
        return _count;
    }

    /// @inheritdoc IReceivables
    function receivableOf(uint32 receivable) external view returns (Receivable memory) {
        Record memory r = _records[receivable];
        require(r.state != State.None, ReceivablesUnknown(receivable));
        return
            Receivable({
                obligor: r.obligor,
                creditor: r.creditor,
                amount: r.amount,
                currency: r.currency,
                deliveryDay: r.deliveryDay,
                contractDueDay: r.contractDueDay,
                dueDay: r.dueDay,
                state: r.state,
                defenceWaiver: r.flags & DEFENCE_WAIVER != 0,
                noticeByLedger: r.flags & NOTICE_BY_LEDGER != 0,
                obligorInterestShare: r.obligorInterestShare,
                rules: r.rules,
                acceptBy: r.acceptBy,
                confirmedAt: r.confirmedAt,
                openAmount: r.openAmount,
                termsDigest: r.termsDigest
            });
    }

    /// @inheritdoc IReceivables
    function requireSound(uint32 receivable) external view {
        _inState(receivable, State.Accepted);
        CLAIMS.requireSound(_claimantOf(receivable));
    }

    /// @inheritdoc IReceivables
    function receivableOfTerms(bytes32 digest) external view returns (uint32) {
        return _idsOfTerms[digest];
    }

    /// @inheritdoc IReceivables
    function termsDigest(Terms calldata terms) external pure returns (bytes32) {
        return ReceivableHash.ofTerms(terms);
    }

    // --- internal: steps of a life

    function _register(
        Terms calldata terms,
        uint32 by,
        bytes32 ref
    ) private returns (uint32 receivable, bytes32 digest) {
        _requireWellFormed(terms);
        digest = ReceivableHash.ofTerms(terms);
        require(_idsOfTerms[digest] == 0, ReceivablesTermsRegistered(digest, _idsOfTerms[digest]));
        receivable = ++_count;
        _idsOfTerms[digest] = receivable;
        Record storage record = _records[receivable];
        record.obligor = terms.obligor;
        record.creditor = terms.creditor;
        record.amount = terms.amount;
        record.currency = terms.currency;
        record.deliveryDay = terms.deliveryDay;
        record.contractDueDay = terms.contractDueDay;
        record.dueDay = terms.dueDay;
        record.state = State.Registered;
        record.flags = (terms.defenceWaiver ? DEFENCE_WAIVER : 0) | (terms.noticeByLedger ? NOTICE_BY_LEDGER : 0);
        record.obligorInterestShare = terms.obligorInterestShare;
        record.termsDigest = digest;
        emit ReceivableRegistered(receivable, terms.obligor, terms.creditor, terms, digest, by, ref);
    }

    function _confirm(uint32 receivable, Terms calldata terms, uint40 acceptBy, address by, bytes32 ref) private {
        _requireAcceptBy(receivable, acceptBy);
        (uint16 version, uint256 tenor, uint256 softCap) = _requireConfirmable(terms);
        _takeLimit(terms.obligor, terms.currency, terms.amount);
        Record storage record = _records[receivable];
        record.state = State.Confirmed;
        record.rules = version;
        record.acceptBy = acceptBy;
        record.confirmedAt = uint40(block.timestamp);
        record.openAmount = terms.amount;
        emit ReceivableConfirmed(receivable, version, acceptBy, by, ref);
        if (tenor > softCap) emit TenorWarning(receivable, tenor, softCap, ref);
        bytes32 claimant = _claimantOf(receivable);
        CLAIMS.reserve(claimant, terms.currency, terms.epoch, terms.invoices, terms.earlier, ref);
    }

    function _accept(uint32 receivable, address by, bytes32 ref) private returns (uint256 certificate) {
        Record memory record = _records[receivable];
        require(
            block.timestamp <= record.acceptBy,
            ReceivablesAcceptByPassed(receivable, block.timestamp, record.acceptBy)
        );
        uint16 today = _today();
        // Otherwise a late acceptance would make the obligor overdue at once.
        require(today <= record.dueDay, ReceivablesDuePassed(record.dueDay, today));
        MEMBERS.requireParty(record.creditor, Roles.SUPPLIER, CREDITOR_STOPS);
        _records[receivable].state = State.Accepted;
        CLAIMS.commit(_claimantOf(receivable), ref);
        certificate = CERTIFICATES.issue(receivable, record.creditor, record.amount, _slotOf(record), ref);
        emit ReceivableAccepted(receivable, certificate, by, ref);
    }

    /// @dev The caps that the rules of the confirmation set for the circulation of its certificates.
    function _slotOf(Record memory record) private view returns (ISplitToken.Slot memory) {
        (IRules.Version memory rules, ) = RULES.versionOf(record.rules);
        return
            ISplitToken.Slot({
                serials: 0,
                noticeTo: record.obligor,
                unit: record.currency,
                dueDay: record.dueDay,
                maxTier: rules.maxTier,
                warnTier: rules.warnTier,
                maxSplits: rules.maxSplits,
                warnSplits: rules.warnSplits,
                minLot: rules.minLot,
                closed: false,
                running: false
            });
    }

    /// @dev A confirmed receivable that nobody accepted frees the obligor's limit.
    function _giveUp(Record storage record, State next) private {
        record.state = next;
        record.openAmount = 0;
        _freeLimit(record.obligor, record.currency, record.amount);
    }

    // --- internal: checks

    function _inState(uint32 receivable, State needed) private view returns (Record storage record) {
        record = _records[receivable];
        State actual = record.state;
        require(actual != State.None, ReceivablesUnknown(receivable));
        require(actual == needed, ReceivablesWrongState(receivable, actual, needed));
    }

    /// @dev A registered receivable whose terms are those presented.
    function _registered(uint32 receivable, Terms calldata terms) private view returns (Record storage record) {
        record = _inState(receivable, State.Registered);
        bytes32 digest = ReceivableHash.ofTerms(terms);
        require(digest == record.termsDigest, ReceivablesTermsDiffer(receivable, digest, record.termsDigest));
    }

    /// @dev That the transaction comes from an account of the party.
    function _requireSender(uint32 receivable, uint32 party) private view {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        require(member == party, ReceivablesNotParty(receivable, member));
    }

    function _requireConfirmation(
        uint32 receivable,
        uint32 obligor,
        bytes32 terms,
        uint40 acceptBy,
        Signature calldata signature
    ) private view {
        bytes32 hash = ReceivableHash.ofConfirmation(terms, acceptBy, signature.deadline, signature.epoch);
        _requireConsent(receivable, obligor, hash, signature);
    }

    function _requireAcceptance(
        uint32 receivable,
        uint32 creditor,
        bytes32 terms,
        Signature calldata signature
    ) private view {
        bytes32 hash = ReceivableHash.ofAcceptance(terms, signature.deadline, signature.epoch);
        _requireConsent(receivable, creditor, hash, signature);
    }

    /// @dev A party consents by its signature, or by sending the transaction itself.
    function _requireConsent(
        uint32 receivable,
        uint32 party,
        bytes32 structHash,
        Signature calldata signature
    ) private view {
        if (signature.account == msg.sender && signature.signature.length == 0) {
            _requireSender(receivable, party);
            return;
        }
        MEMBERS.requireSignature(
            party,
            signature.epoch,
            signature.deadline,
            signature.account,
            _hashTypedDataV4(structHash),
            signature.signature
        );
    }

    function _claimantOf(uint32 receivable) private view returns (bytes32) {
        return ClaimantId.toId(address(this), receivable);
    }
}
