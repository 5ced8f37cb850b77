// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IDocumentAnchors
/// @notice Digests and Merkle roots of documents that stay off chain: who stated them, when, about what, and whether
/// they still hold.
/// @dev A leaf is `keccak256(keccak256(abi.encode(salt, digest)))` and a node hashes its two children in ascending
/// order, as OpenZeppelin's MerkleProof reads them: 64 bytes never pass for the 32 below a leaf. The salt keeps a
/// document that can be guessed from being found by its digest. Chain order is evidence that a root was known, never
/// that what it covers is true.
interface IDocumentAnchors {
    /// @notice What the documents below a root are.
    /// @param None Nothing is anchored.
    /// @param Invoice Invoices.
    /// @param CreditNote Credit notes.
    /// @param Contract Contracts and orders.
    /// @param TransportDocument Bills of lading, waybills, proofs of delivery.
    /// @param WarehouseReceipt Warehouse receipts and what belongs to them.
    /// @param InspectionReport Reports of quality or quantity.
    /// @param Count Counts of stock and reports of devices.
    /// @param TrackingEvents Events of goods on their way (EPCIS).
    /// @param Other Anything else.
    enum Kind {
        None,
        Invoice,
        CreditNote,
        Contract,
        TransportDocument,
        WarehouseReceipt,
        InspectionReport,
        Count,
        TrackingEvents,
        Other
    }

    /// @notice Whether its member still stands by a root.
    /// @param None It was never anchored.
    /// @param Current It does.
    /// @param Superseded Another root took its place.
    /// @param Withdrawn It was taken back, and nothing took its place.
    enum State {
        None,
        Current,
        Superseded,
        Withdrawn
    }

    /// @notice All about a root.
    /// @param member Member that anchored it.
    /// @param kind What the documents are.
    /// @param state Whether the member still stands by it.
    /// @param count How many documents the member states that it covers.
    /// @param anchoredAt Block time in seconds.
    /// @param subjectFingerprint Half of the subject's digest; `isAbout` compares it.
    /// @param supersededBy The root that took its place; zero when none did.
    struct Anchor {
        uint32 member;
        Kind kind;
        State state;
        uint40 count;
        uint40 anchoredAt;
        bytes16 subjectFingerprint;
        bytes32 supersededBy;
    }

    /// @notice A member stated that it has these documents.
    /// @param root Merkle root, or one leaf or digest.
    /// @param member Member id.
    /// @param subject What the documents are about: an id or a digest; zero for nothing in particular.
    /// @param kind What they are.
    /// @param count How many.
    /// @param ref Request reference.
    event Anchored(
        bytes32 indexed root,
        uint32 indexed member,
        bytes32 indexed subject,
        Kind kind,
        uint40 count,
        bytes32 ref
    );
    /// @notice Another root took the place of a root, with its kind and subject.
    /// @param root The root that no longer holds.
    /// @param successor The root that does.
    /// @param member Member that anchored both.
    /// @param count How many documents the successor covers.
    /// @param ref Request reference.
    event AnchorSuperseded(
        bytes32 indexed root,
        bytes32 indexed successor,
        uint32 indexed member,
        uint40 count,
        bytes32 ref
    );
    /// @notice A member took a root back.
    /// @param root The root.
    /// @param member Member id.
    /// @param reasonDigest Digest of the reason; zero when none is given.
    /// @param ref Request reference.
    event AnchorWithdrawn(bytes32 indexed root, uint32 indexed member, bytes32 reasonDigest, bytes32 ref);

    /// @notice Zero is no digest of anything.
    error DocumentAnchorsZeroRoot();
    /// @notice A root covers at least one document.
    /// @param root The root.
    error DocumentAnchorsZeroCount(bytes32 root);
    /// @notice It must be said what the documents are.
    /// @param root The root.
    error DocumentAnchorsNoKind(bytes32 root);
    /// @notice A root is anchored once, whatever became of it.
    /// @param root The root.
    /// @param member Member that anchored it.
    error DocumentAnchorsAnchoredBefore(bytes32 root, uint32 member);
    /// @notice Nobody anchored it.
    /// @param root The root.
    error DocumentAnchorsUnknownRoot(bytes32 root);
    /// @notice Only who anchored a root changes what becomes of it.
    /// @param root The root.
    /// @param member Member of the caller.
    /// @param needed Member that anchored it.
    error DocumentAnchorsNotAnchoredBy(bytes32 root, uint32 member, uint32 needed);
    /// @notice It was superseded or withdrawn.
    /// @param root The root.
    /// @param actual Its state.
    error DocumentAnchorsNotCurrent(bytes32 root, State actual);
    /// @notice The proof is of another tree, another document or another salt.
    /// @param root The root.
    /// @param leaf Leaf of the document.
    error DocumentAnchorsNotIncluded(bytes32 root, bytes32 leaf);

    // --- verbs of any member's accounts

    /// @notice States that the caller's member has these documents.
    /// @param root Merkle root, or one leaf or digest.
    /// @param kind What they are.
    /// @param subject What they are about: an id or a digest; zero for nothing in particular.
    /// @param count How many; 1 for a single digest.
    /// @param ref Request reference.
    function anchor(bytes32 root, Kind kind, bytes32 subject, uint40 count, bytes32 ref) external;
    /// @notice Puts another root in the place of one that the caller's member anchored; kind and subject stay.
    /// @param root The root that no longer holds.
    /// @param successor The root that does.
    /// @param count How many documents the successor covers.
    /// @param ref Request reference.
    function supersede(bytes32 root, bytes32 successor, uint40 count, bytes32 ref) external;
    /// @notice Takes back a root that the caller's member anchored.
    /// @param root The root.
    /// @param reasonDigest Digest of the reason; zero when none is given.
    /// @param ref Request reference.
    function withdraw(bytes32 root, bytes32 reasonDigest, bytes32 ref) external;

    // --- views

    /// @notice All about a root; all zero when it was never anchored.
    /// @param root The root.
    function anchorOf(bytes32 root) external view returns (Anchor memory);
    /// @notice Whether an anchored root is about this subject.
    /// @param root The root.
    /// @param subject An id or a digest.
    function isAbout(bytes32 root, bytes32 subject) external view returns (bool);
    /// @notice Leaf of a document.
    /// @param salt Salt of the document, known to who may check it.
    /// @param digest Digest of the document.
    function leafOf(bytes32 salt, bytes32 digest) external pure returns (bytes32);
    /// @notice Whether a leaf lies below an anchored root, whatever became of the root. False for a root that nobody
    /// anchored, and for a proof that is longer than a tree of its stated count is high.
    /// @dev A hash that was not made by `leafOf` may be a node inside the tree: `requireIncluded` makes it itself.
    /// @param root The root.
    /// @param leaf Leaf of the document.
    /// @param proof Hashes beside its path, from the leaf up.
    function includes(bytes32 root, bytes32 leaf, bytes32[] calldata proof) external view returns (bool);
    /// @notice Reverts unless the root is current and covers the document.
    /// @param root The root.
    /// @param salt Salt of the document.
    /// @param digest Digest of the document.
    /// @param proof Hashes beside its path, from the leaf up.
    function requireIncluded(bytes32 root, bytes32 salt, bytes32 digest, bytes32[] calldata proof) external view;
}
