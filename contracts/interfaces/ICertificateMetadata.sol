// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ICertificateMetadata
/// @notice Renders the JSON metadata of certificates, so that the token keeps its size.
interface ICertificateMetadata {
    /// @notice JSON about a certificate, as a data URI.
    function tokenURI(uint256 id) external view returns (string memory);
    /// @notice JSON about a receivable, as a data URI.
    function slotURI(uint256 slot) external view returns (string memory);
    /// @notice JSON about the collection, as a data URI.
    function contractURI() external view returns (string memory);
}
