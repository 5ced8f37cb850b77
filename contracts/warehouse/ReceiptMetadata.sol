// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICertificateMetadata} from "../interfaces/ICertificateMetadata.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {IWarehouseReceipts} from "../interfaces/IWarehouseReceipts.sol";
import {IWarehouses} from "../interfaces/IWarehouses.sol";
import {CivilDate} from "../libraries/CivilDate.sol";
import {PositionLib} from "../types/Position.sol";

/// @title ReceiptMetadata
/// @notice Renders what warehouse receipts are as JSON, from numbers and digests of the ledger alone: no text of users,
/// not even the unit's code.
contract ReceiptMetadata is ICertificateMetadata {
    using SafeCast for uint256;
    using Strings for uint256;

    IWarehouseReceipts private immutable RECEIPTS;
    IWarehouses private immutable WAREHOUSES;

    constructor(IWarehouseReceipts receipts, IWarehouses warehouses) {
        RECEIPTS = receipts;
        WAREHOUSES = warehouses;
    }

    /// @inheritdoc ICertificateMetadata
    function tokenURI(uint256 id) external view returns (string memory) {
        uint256 slot = id >> 32;
        return
            _dataUri(
                string.concat(
                    _head(
                        string.concat("Warehouse receipt ", slot.toString(), "-", uint256(uint32(id)).toString()),
                        unicode"Title to a part of a lot in a warehouse (电子仓单)."
                    ),
                    _number("slot", slot),
                    _position(id),
                    _lot(slot.toUint32()),
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
                        string.concat("Lot ", slot.toString()),
                        "Goods that are kept together; its receipts are covered by what was measured, or it is short."
                    ),
                    '"properties":{',
                    _lot(slot.toUint32()),
                    "}}"
                )
            );
    }

    /// @inheritdoc ICertificateMetadata
    function contractURI() external pure returns (string memory) {
        return
            _dataUri(
                string.concat(
                    _head("Tallystick warehouse receipts", unicode"Title to measured goods (电子仓单)."),
                    '"valueDecimals":0}'
                )
            );
    }

    // --- parts of JSON

    function _head(string memory name, string memory description) private pure returns (string memory) {
        return string.concat('{"name":"', name, '","description":"', description, '",');
    }

    /// @dev A decimal string, since quantities may exceed what JSON numbers hold.
    function _number(string memory key, uint256 value) private pure returns (string memory) {
        return string.concat('"', key, '":"', value.toString(), '",');
    }

    function _boolean(string memory key, bool value) private pure returns (string memory) {
        return string.concat('"', key, '":', value ? "true," : "false,");
    }

    function _digest(string memory key, bytes32 value) private pure returns (string memory) {
        return string.concat('"', key, '":"', uint256(value).toHexString(32), '",');
    }

    /// @dev The receipt's own words; its properties stay open for those of its lot.
    function _position(uint256 id) private view returns (string memory) {
        (ISplitToken.Link memory link, uint256 parentId) = RECEIPTS.positionOf(id);
        return
            string.concat(
                _number("balance", link.value),
                '"properties":{',
                _number("parent", parentId),
                _number("owner", link.owner),
                _number("held", link.held),
                _boolean("frozen", link.flags & PositionLib.FROZEN != 0),
                _digest("terms", RECEIPTS.termsOf(id))
            );
    }

    /// @dev What all receipts of a lot share; its last member ends without a comma.
    function _lot(uint32 id) private view returns (string memory) {
        IWarehouses.Lot memory lot = WAREHOUSES.lotOf(id);
        return
            string.concat(
                _number("lot", id),
                _location(lot.location),
                _digest("goods", lot.goods),
                _number("measured", lot.measured),
                _number("receipts", lot.live),
                _boolean("short", lot.short),
                '"storageUntil":"',
                CivilDate.text(lot.storageUntil),
                '"'
            );
    }

    function _location(uint32 id) private view returns (string memory) {
        IWarehouses.Location memory location = WAREHOUSES.locationOf(id);
        return
            string.concat(
                _number("location", id),
                _number("custodian", location.custodian),
                _digest("place", location.place)
            );
    }

    function _dataUri(string memory json) private pure returns (string memory) {
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }
}
