// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IHolds} from "../interfaces/IHolds.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {IWarehouseReceipts} from "../interfaces/IWarehouseReceipts.sol";
import {IWarehouses} from "../interfaces/IWarehouses.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {LienRank, LienRankLib} from "../types/LienRank.sol";

/// @title LienBook
/// @notice What liens remember, what can be pledged, and what they ask the other contracts.
/// @dev The contracts that it calls are the ledger's own, or admitted by governance, and call no account of a member.
abstract contract LienBook is ILiens, AccessManaged, EIP712 {
    using BitMaps for BitMaps.BitMap;

    /// @dev Beside this, its hold on the token has its amount and, until it is active, its expiry. One word: secured
    /// party 32 | debtor 32 | registered 40 | defaulted 40 | state 8 | accepted 8 | countersigned 8; and the terms.
    struct Record {
        uint32 securedParty;
        uint32 debtor;
        uint40 registeredAt;
        uint40 defaultedAt;
        State state;
        bool accepted;
        bool countersigned;
        bytes32 terms;
    }

    /// @dev In one word.
    struct Asset {
        address token;
        bool goods;
    }

    /// @dev Certificates are admitted first, receipts next.
    uint64 internal constant CERTIFICATES_INDEX = 1;
    uint64 private constant RECEIPTS_INDEX = 2;

    IMembers internal immutable MEMBERS;
    IReceivables internal immutable RECEIVABLES;
    ICreditCertificates internal immutable CERTIFICATES;
    address private immutable RECEIPTS;
    IWarehouses internal immutable WAREHOUSES;
    ISettlement internal immutable SETTLEMENT;
    /// @dev Seconds that civil time is ahead of UTC.
    uint256 internal immutable UTC_OFFSET;

    uint64 private _assetCount;
    mapping(uint256 index => Asset) internal _assets;
    mapping(address token => uint64 index) private _indexes;
    mapping(uint256 lien => Record) internal _records;
    mapping(uint256 lien => Sale) internal _sales;
    mapping(uint256 instruction => uint256 lien) internal _lienPaidBy;
    /// @dev Active liens of what isn't goods. Key: index of the asset << 64 | token.
    mapping(uint256 position => LienRank) internal _ranks;
    mapping(uint32 member => BitMaps.BitMap) private _nonces;

    constructor(
        address authority,
        IMembers members,
        IReceivables receivables,
        ICreditCertificates certificates,
        IWarehouseReceipts receipts,
        IWarehouses warehouses,
        ISettlement settlement,
        uint256 utcOffset
    ) AccessManaged(authority) EIP712("Tallystick", "1") {
        MEMBERS = members;
        RECEIVABLES = receivables;
        CERTIFICATES = certificates;
        RECEIPTS = address(receipts);
        WAREHOUSES = warehouses;
        SETTLEMENT = settlement;
        UTC_OFFSET = utcOffset;
        _admit(address(certificates), false, 0);
        _admit(address(receipts), true, 0);
    }

    // ----------------------------------------------------------------- assets

    /// @inheritdoc ILiens
    function admitAsset(address asset, bool goods, bytes32 ref) external restricted {
        _admit(asset, goods, ref);
    }

    function _admit(address asset, bool goods, bytes32 ref) private {
        require(_indexes[asset] == 0, LiensAssetAdmitted(asset, _indexes[asset]));
        uint64 index = ++_assetCount;
        _indexes[asset] = index;
        _assets[index] = Asset(asset, goods);
        emit AssetAdmitted(asset, index, goods, ref);
    }

    // ----------------------------------------------------------------- nonces

    /// @inheritdoc ILiens
    function cancelNonce(uint256 nonce, bytes32 ref) external {
        _spendNonce(_caller(), nonce, ref);
    }

    function _spendNonce(uint32 member, uint256 nonce, bytes32 ref) internal {
        require(!_nonces[member].get(nonce), LiensNonceUsed(member, nonce));
        _nonces[member].set(nonce);
        emit LienNonceSpent(member, nonce, ref);
    }

    /// @dev That a party agreed to what hashes to `structHash`, once.
    function _requireConsent(
        uint32 member,
        uint256 nonce,
        IReceivables.Signature calldata s,
        bytes32 structHash,
        bytes32 ref
    ) internal {
        bytes32 digest = _hashTypedDataV4(structHash);
        MEMBERS.requireSignature(member, s.epoch, s.deadline, s.account, digest, s.signature);
        _spendNonce(member, nonce, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ILiens
    function lienOf(uint256 lien) external view returns (Lien memory) {
        Record storage r = _known(lien);
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        return
            Lien({
                asset: a.token,
                token: h.token,
                amount: h.value,
                expiresAt: h.expiresAt,
                securedParty: r.securedParty,
                debtor: r.debtor,
                registeredAt: r.registeredAt,
                defaultedAt: r.defaultedAt,
                state: r.state,
                accepted: r.accepted,
                countersigned: r.countersigned,
                terms: r.terms
            });
    }

    /// @inheritdoc ILiens
    function liensOn(address asset, uint256 token) external view returns (uint256[] memory liens) {
        uint64 index = _indexOf(asset);
        LienRank rank = _ranks[_idOf(index, token)];
        liens = new uint256[](rank.count());
        for (uint256 i; i < liens.length; ++i) liens[i] = _idOf(index, rank.laneOf(i));
    }

    /// @inheritdoc ILiens
    function assetOf(address asset) external view returns (uint64 index, bool goods) {
        index = _indexOf(asset);
        return (index, _assets[index].goods);
    }

    /// @inheritdoc ILiens
    function saleOf(uint256 lien) external view returns (Sale memory) {
        return _sales[lien];
    }

    /// @inheritdoc ILiens
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool) {
        return _nonces[member].get(nonce);
    }

    // -------------------------------------------------------------- internals

    /// @dev A lien's id from its hold, or a position's key from its token: both are counted in far less than 64 bits.
    function _idOf(uint64 index, uint256 number) internal pure returns (uint256) {
        return (uint256(index) << 64) | number;
    }

    /// @dev Number of an asset; 0 for none. The two that every ledger has need no look at storage.
    function _indexOf(address asset) internal view returns (uint64) {
        if (asset == address(CERTIFICATES)) return CERTIFICATES_INDEX;
        return asset == RECEIPTS ? RECEIPTS_INDEX : _indexes[asset];
    }

    function _holdIdOf(uint256 lien) internal pure returns (uint64) {
        return uint64(lien);
    }

    /// @dev The contract that holds for a lien.
    function _holdsOf(uint256 lien) internal view returns (IHolds) {
        return IHolds(_assets[lien >> 64].token);
    }

    /// @dev The lien's asset, and what the token holds for it; a hold that ended is all zero.
    function _holdOf(uint256 lien) internal view returns (Asset memory a, ISplitToken.Hold memory h) {
        a = _assets[lien >> 64];
        h = IHolds(a.token).holdOf(_holdIdOf(lien));
    }

    function _known(uint256 lien) internal view returns (Record storage r) {
        r = _records[lien];
        require(r.state != State.None, LiensUnknown(lien));
    }

    function _in(uint256 lien, State needed) internal view returns (Record storage r) {
        r = _known(lien);
        require(r.state == needed, LiensWrongState(lien, r.state, needed));
    }

    /// @dev A lien of the calling secured party.
    function _ofSecured(uint256 lien, State needed) internal view returns (Record storage r) {
        r = _in(lien, needed);
        _requireParty(lien, _caller(), r.securedParty);
    }

    /// @dev Member of an account, with one of `roles` and none of the suspensions `unless`.
    function _memberOf(address account, uint16 roles, uint16 unless) internal view returns (uint32) {
        return MEMBERS.requireRole(account, roles, unless);
    }

    function _requireFit(uint32 member, uint16 roles, uint16 unless) internal view {
        MEMBERS.requireParty(member, roles, unless);
    }

    /// @dev Member of the calling account, whatever its suspensions.
    function _caller() internal view returns (uint32 member) {
        (member, ) = MEMBERS.requireMember(msg.sender);
    }

    function _requireParty(uint256 lien, uint32 member, uint32 needed) internal pure {
        require(member == needed, LiensNotParty(lien, member, needed));
    }

    function _requireOther(uint32 member, uint32 other) internal pure {
        require(member != other, LiensSameParty(member));
    }

    function _requireWithin(uint256 lien, uint72 amount, uint72 asked) internal pure {
        require(asked != 0 && asked <= amount, LiensExceeded(lien, amount, asked));
    }

    function _requirePast(uint40 time) internal view {
        require(time != 0 && time <= block.timestamp, LiensTimeAhead(time, block.timestamp));
    }

    function _requireGoods(uint256 lien) internal view {
        require(_assets[lien >> 64].goods, LiensNoGoods(lien));
    }

    function _slotOf(address token, uint256 id) internal view returns (ISplitToken.Slot memory) {
        return ISplitToken(token).slotInfo(id >> 32);
    }

    /// @dev Whether a slot's value circulates no more.
    function _ended(ISplitToken.Slot memory slot) internal view returns (bool) {
        return slot.closed || CivilDay.dayOf(block.timestamp, UTC_OFFSET) > slot.dueDay;
    }

    /// @dev Puts an active lien where settlement will pay it: by registration, equal ones by their ids.
    function _rank(uint64 index, uint256 token, uint64 hold, uint40 registeredAt) internal {
        uint256 position = _idOf(index, token);
        LienRank rank = _ranks[position];
        uint256 lane = rank.count();
        require(lane < LienRankLib.LANES, LiensTooMany(token, lane, LienRankLib.LANES));
        for (; lane != 0; --lane) {
            uint32 other = rank.laneOf(lane - 1);
            uint40 time = _records[_idOf(index, other)].registeredAt;
            if (time < registeredAt || (time == registeredAt && other < hold)) break;
        }
        _ranks[position] = rank.insert(lane, uint32(hold));
    }

    /// @dev Ends a lien; of goods none is ranked.
    function _end(uint256 lien, Record storage r, Asset memory a, uint256 token) internal {
        r.state = State.Ended;
        if (a.goods) return;
        uint256 position = _idOf(uint64(lien >> 64), token);
        _ranks[position] = _ranks[position].remove(uint32(lien));
    }
}
