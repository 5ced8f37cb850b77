// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IDocumentAnchors} from "../interfaces/IDocumentAnchors.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";

/// @title DocumentAnchors
/// @notice Digests and Merkle roots of documents that stay off chain.
/// @dev One word is written for a root however many documents it covers; the whole subject is in the event.
contract DocumentAnchors is IDocumentAnchors {
    /// @dev One word: member 32 | kind 8 | state 8 | count 40 | anchored at 40 | half of the subject's digest 128.
    struct Entry {
        uint32 member;
        Kind kind;
        State state;
        uint40 count;
        uint40 anchoredAt;
        bytes16 subject;
    }

    IMembers internal immutable MEMBERS;

    mapping(bytes32 root => Entry) private _entries;
    mapping(bytes32 root => bytes32 successor) private _successors;

    constructor(IMembers members) {
        MEMBERS = members;
    }

    // ------------------------------------------------------ verbs of members

    /// @inheritdoc IDocumentAnchors
    function anchor(bytes32 root, Kind kind, bytes32 subject, uint40 count, bytes32 ref) external {
        uint32 member = _requireMember();
        require(kind != Kind.None, DocumentAnchorsNoKind(root));
        _record(root, member, kind, _fingerprint(subject), count);
        emit Anchored(root, member, subject, kind, count, ref);
    }

    /// @inheritdoc IDocumentAnchors
    function supersede(bytes32 root, bytes32 successor, uint40 count, bytes32 ref) external {
        Entry storage entry = _requireOwn(root);
        uint32 member = entry.member;
        _record(successor, member, entry.kind, entry.subject, count);
        entry.state = State.Superseded;
        _successors[root] = successor;
        emit AnchorSuperseded(root, successor, member, count, ref);
    }

    /// @inheritdoc IDocumentAnchors
    function withdraw(bytes32 root, bytes32 reasonDigest, bytes32 ref) external {
        Entry storage entry = _requireOwn(root);
        entry.state = State.Withdrawn;
        emit AnchorWithdrawn(root, entry.member, reasonDigest, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc IDocumentAnchors
    function anchorOf(bytes32 root) external view returns (Anchor memory) {
        Entry memory entry = _entries[root];
        return
            Anchor({
                member: entry.member,
                kind: entry.kind,
                state: entry.state,
                count: entry.count,
                anchoredAt: entry.anchoredAt,
                subjectFingerprint: entry.subject,
                supersededBy: _successors[root]
            });
    }

    /// @inheritdoc IDocumentAnchors
    function isAbout(bytes32 root, bytes32 subject) external view returns (bool) {
        Entry memory entry = _entries[root];
        return entry.state != State.None && entry.subject == _fingerprint(subject);
    }

    /// @inheritdoc IDocumentAnchors
    function includes(bytes32 root, bytes32 leaf, bytes32[] calldata proof) public view returns (bool) {
        uint256 count = _entries[root].count;
        if (count == 0 || proof.length > Math.log2(count, Math.Rounding.Ceil)) return false;
        return MerkleProof.verifyCalldata(proof, root, leaf);
    }

    /// @inheritdoc IDocumentAnchors
    function requireIncluded(bytes32 root, bytes32 salt, bytes32 digest, bytes32[] calldata proof) external view {
        State state = _entries[root].state;
        require(state != State.None, DocumentAnchorsUnknownRoot(root));
        require(state == State.Current, DocumentAnchorsNotCurrent(root, state));
        bytes32 leaf = leafOf(salt, digest);
        require(includes(root, leaf, proof), DocumentAnchorsNotIncluded(root, leaf));
    }

    /// @inheritdoc IDocumentAnchors
    function leafOf(bytes32 salt, bytes32 digest) public pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(salt, digest))));
    }

    // --------------------------------------------------------------- internal

    /// @dev Any role will do; being overdue keeps nobody from stating what it has.
    function _requireMember() internal view returns (uint32) {
        return MEMBERS.requireRole(msg.sender, Roles.ALL, ~Suspensions.OVERDUE);
    }

    /// @dev That the root is current and was anchored by the caller's member.
    function _requireOwn(bytes32 root) internal view returns (Entry storage entry) {
        uint32 member = _requireMember();
        entry = _entries[root];
        Entry memory read = entry;
        require(read.state != State.None, DocumentAnchorsUnknownRoot(root));
        require(read.member == member, DocumentAnchorsNotAnchoredBy(root, member, read.member));
        require(read.state == State.Current, DocumentAnchorsNotCurrent(root, read.state));
    }

    function _record(bytes32 root, uint32 member, Kind kind, bytes16 subject, uint40 count) internal {
        require(root != 0, DocumentAnchorsZeroRoot());
        require(count != 0, DocumentAnchorsZeroCount(root));
        uint32 before = _entries[root].member;
        require(before == 0, DocumentAnchorsAnchoredBefore(root, before));
        _entries[root] = Entry(member, kind, State.Current, count, uint40(block.timestamp), subject);
    }

    function _fingerprint(bytes32 subject) internal pure returns (bytes16) {
        return bytes16(keccak256(abi.encode(subject)));
    }
}
