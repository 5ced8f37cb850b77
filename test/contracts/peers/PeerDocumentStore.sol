// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title PeerDocumentStore
/// @notice The least that a store of document digests does, one digest a call, so that the bench measures it beside our
/// own anchors: when it was stored, and an event. Who may store it is asked of nobody.
contract PeerDocumentStore {
    mapping(bytes32 document => uint256 block) public issuedAt;

    /// @notice A document was stored.
    /// @param document Its digest.
    event DocumentIssued(bytes32 indexed document);

    /// @notice The document is known already.
    /// @param document Its digest.
    error PeerDocumentStoreKnown(bytes32 document);

    /// @notice Stores a digest.
    function issue(bytes32 document) external {
        require(issuedAt[document] == 0, PeerDocumentStoreKnown(document));
        issuedAt[document] = block.number;
        emit DocumentIssued(document);
    }
}
