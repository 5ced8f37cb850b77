// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

import {DocumentAnchors} from "../../../contracts/evidence/DocumentAnchors.sol";
import {IDocumentAnchors} from "../../../contracts/interfaces/IDocumentAnchors.sol";
import {LedgerSetup} from "../helpers/LedgerSetup.sol";

/// @title DocumentAnchorsFuzz
/// @notice Trees of every shape: each document is below its own root and below no other one.
contract DocumentAnchorsFuzz is LedgerSetup {
    uint256 private constant MOST = 40;

    DocumentAnchors private anchors;

    function setUp() external {
        deployLedger();
        anchors = new DocumentAnchors(members);
    }

    /// @notice A document's own proof is accepted, whatever the number of documents and its place.
    function testEachDocumentIsBelowItsRoot(uint256 seed, uint256 count, uint256 place) external {
        count = bound(count, 1, MOST);
        place = bound(place, 0, count - 1);
        (bytes32 root, bytes32[] memory proof) = _anchor(seed, count, place);
        (bytes32 salt, bytes32 digest) = _document(seed, place);
        anchors.requireIncluded(root, salt, digest, proof);
    }

    /// @notice A proof with any bit changed, one hash more or one hash less is refused.
    function testAChangedProofIsRefused(uint256 seed, uint256 count, uint256 place, uint256 step, uint8 bit) external {
        count = bound(count, 2, MOST);
        place = bound(place, 0, count - 1);
        (bytes32 root, bytes32[] memory proof) = _anchor(seed, count, place);
        (bytes32 salt, bytes32 digest) = _document(seed, place);
        bytes32 leaf = anchors.leafOf(salt, digest);
        bytes32[] memory more = new bytes32[](proof.length + 1);
        bytes32[] memory less = new bytes32[](proof.length - 1);
        for (uint256 i = 0; i < proof.length; i++) {
            more[i] = proof[i];
            if (i > 0) less[i - 1] = proof[i];
        }
        more[proof.length] = root;
        assertTrue(!anchors.includes(root, leaf, more), "one hash more");
        assertTrue(!anchors.includes(root, leaf, less), "one hash less");
        step = bound(step, 0, proof.length - 1);
        proof[step] = bytes32(uint256(proof[step]) ^ (uint256(1) << bit));
        assertTrue(!anchors.includes(root, leaf, proof), "a bit changed");
    }

    /// @notice The proof of one tree says nothing about another one, nor about another document of its own.
    function testAnotherTreesProofIsRefused(uint256 seed, uint256 count, uint256 place, uint256 other) external {
        count = bound(count, 2, MOST);
        place = bound(place, 0, count - 1);
        other = bound(other, 0, count - 2);
        if (other >= place) other++;
        (bytes32 root, bytes32[] memory proof) = _anchor(seed, count, place);
        (bytes32 otherRoot, ) = _anchor(uint256(keccak256(abi.encode(seed))), count, place);
        (bytes32 salt, bytes32 digest) = _document(seed, place);
        bytes32 leaf = anchors.leafOf(salt, digest);
        assertTrue(!anchors.includes(otherRoot, leaf, proof), "another tree");
        (salt, digest) = _document(seed, other);
        assertTrue(!anchors.includes(root, anchors.leafOf(salt, digest), proof), "another document");
    }

    function _document(uint256 seed, uint256 place) private pure returns (bytes32 salt, bytes32 digest) {
        return (keccak256(abi.encode(seed, place, "salt")), keccak256(abi.encode(seed, place, "digest")));
    }

    /// @dev Builds and anchors a tree, level by level; a last node without neighbour rises as it is.
    function _anchor(
        uint256 seed,
        uint256 count,
        uint256 place
    ) private returns (bytes32 root, bytes32[] memory proof) {
        bytes32[] memory nodes = new bytes32[](count);
        for (uint256 i = 0; i < count; i++) {
            (bytes32 salt, bytes32 digest) = _document(seed, i);
            nodes[i] = anchors.leafOf(salt, digest);
        }
        bytes32[] memory beside = new bytes32[](count);
        uint256 length = 0;
        for (uint256 left = count; left > 1; left = (left + 1) / 2) {
            if (place ^ 1 < left) beside[length++] = nodes[place ^ 1];
            for (uint256 i = 0; i < left; i += 2)
                nodes[i / 2] = i + 1 < left ? Hashes.commutativeKeccak256(nodes[i], nodes[i + 1]) : nodes[i];
            place /= 2;
        }
        proof = new bytes32[](length);
        for (uint256 i = 0; i < length; i++) proof[i] = beside[i];
        root = nodes[0];
        vm.prank(accountOf(SUPPLIER_A));
        anchors.anchor(root, IDocumentAnchors.Kind.Invoice, bytes32(seed), uint40(count), 0);
    }
}
