// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICertificateMetadata} from "../interfaces/ICertificateMetadata.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {CivilDate} from "../libraries/CivilDate.sol";
import {PositionLib} from "../types/Position.sol";

/// @title CertificateMetadata
/// @notice Renders what certificates are as JSON, from numbers and codes of the ledger alone: no text of users.
contract CertificateMetadata is ICertificateMetadata {
    using SafeCast for uint256;
    using Strings for uint256;

    ICreditCertificates private immutable CERTIFICATES;
    IReceivables private immutable RECEIVABLES;

    constructor(ICreditCertificates certificates, IReceivables receivables) {
        CERTIFICATES = certificates;
        RECEIVABLES = receivables;
    }

    /// @inheritdoc ICertificateMetadata
    function tokenURI(uint256 id) external view returns (string memory) {
        (ISplitToken.Link memory link, uint256 parentId) = CERTIFICATES.positionOf(id);
        uint256 slot = id >> 32;
        return
            _dataUri(
                string.concat(
                    _head(
                        string.concat("Credit certificate ", slot.toString(), "-", uint256(uint32(id)).toString()),
                        unicode"Part of a confirmed receivable (应收账款电子凭证)."
                    ),
                    _number("balance", link.value),
                    _number("slot", slot),
                    '"properties":{',
                    _number("parent", parentId),
                    _number("owner", link.owner),
                    _number("held", link.held),
                    _number("tier", link.tier),
                    _flags(link.flags),
                    _terms(uint32(slot)),
                    "}}"
                )
            );
    }

    /// @inheritdoc ICertificateMetadata
    function slotURI(uint256 slot) external view returns (string memory) {
        return
            _dataUri(
                string.concat(
                    _head(
                        string.concat("Receivable ", slot.toString()),
                        "A receivable that its obligor confirmed; its certificates add up to what is unpaid of it."
                    ),
                    '"properties":{',
                    _terms(slot.toUint32()),
                    "}}"
                )
            );
    }

    /// @inheritdoc ICertificateMetadata
    function contractURI() external pure returns (string memory) {
        return
            _dataUri(
                string.concat(
                    _head(
                        "Tallystick credit certificates",
                        unicode"Confirmed receivables that split and pass down a supply chain (应收账款电子凭证)."
                    ),
                    // Values are minor units; how many make a major one depends on each slot's currency.
                    '"valueDecimals":0}'
                )
            );
    }

    // --- parts of JSON

    function _head(string memory name, string memory description) private pure returns (string memory) {
        return string.concat('{"name":"', name, '","description":"', description, '",');
    }

    /// @dev A decimal string, since amounts may exceed what JSON numbers hold.
    function _number(string memory key, uint256 value) private pure returns (string memory) {
        return string.concat('"', key, '":"', value.toString(), '",');
    }

    function _flags(uint8 flags) private pure returns (string memory) {
        return
            string.concat(
                _boolean("frozen", flags & PositionLib.FROZEN != 0),
                _boolean("financed", flags & PositionLib.FINANCED != 0),
                _boolean("recourse", flags & PositionLib.RECOURSE != 0),
                _boolean("waiting", flags & PositionLib.WAITING != 0)
            );
    }

    function _boolean(string memory key, bool value) private pure returns (string memory) {
        return string.concat('"', key, '":', value ? "true," : "false,");
    }

    /// @dev What all certificates of a receivable share; its last member ends without a comma.
    function _terms(uint32 id) private view returns (string memory) {
        IReceivables.Receivable memory receivable = RECEIVABLES.receivableOf(id);
        return
            string.concat(
                _number("receivable", id),
                _number("obligor", receivable.obligor),
                _number("creditor", receivable.creditor),
                _number("confirmedAmount", receivable.amount),
                '"currency":"',
                _currency(receivable.currency),
                '","dueDay":"',
                CivilDate.text(receivable.dueDay),
                '","termsDigest":"',
                uint256(receivable.termsDigest).toHexString(32),
                '"'
            );
    }

    /// @dev Three letters, as `Receivables` allows no others.
    function _currency(bytes3 currency) private pure returns (string memory) {
        return string(abi.encodePacked(currency));
    }

    function _dataUri(string memory json) private pure returns (string memory) {
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }
}
