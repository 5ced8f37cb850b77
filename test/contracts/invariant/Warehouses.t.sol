// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Authority} from "../../../contracts/access/Authority.sol";
import {Members} from "../../../contracts/access/Members.sol";
import {IHolds} from "../../../contracts/interfaces/IHolds.sol";
import {ILiens} from "../../../contracts/interfaces/ILiens.sol";
import {IMemberEvents} from "../../../contracts/interfaces/IMemberEvents.sol";
import {IReceiptDelivery} from "../../../contracts/interfaces/IReceiptDelivery.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {IWarehouseReceipts} from "../../../contracts/interfaces/IWarehouseReceipts.sol";
import {IWarehouseTypes} from "../../../contracts/interfaces/IWarehouseTypes.sol";
import {IWarehouses} from "../../../contracts/interfaces/IWarehouses.sol";
import {Roles} from "../../../contracts/types/Roles.sol";
import {ReceiptDelivery} from "../../../contracts/warehouse/ReceiptDelivery.sol";
import {ReceiptMetadata} from "../../../contracts/warehouse/ReceiptMetadata.sol";
import {WarehouseReceipts} from "../../../contracts/warehouse/WarehouseReceipts.sol";
import {Warehouses} from "../../../contracts/warehouse/Warehouses.sol";
import {Test} from "../helpers/Test.sol";
import {WarehousesHandler} from "./WarehousesHandler.sol";

/// @title WarehousesInvariants
/// @notice I6: receipts never exceed goods and natural loss, nor goods a capacity, unless a count said so and it is
/// marked; and no act makes a lot short.
contract WarehousesInvariants is Test {
    uint32 private constant OPERATOR = 1;
    uint72 private constant CAPACITY = 25_000;
    uint8 private constant RECEIPTS_NONCE = 6;
    /// @dev The handler stands for the contract of liens, which alone holds receipts.
    uint8 private constant HANDLER_NONCE = 7;

    Members private members;
    Warehouses private warehouses;
    IWarehouseReceipts private receipts;
    WarehousesHandler private handler;
    Authority private authority;
    bytes4[] private steps;

    function setUp() external {
        vm.warp(1_767_578_400);
        authority = new Authority(address(this));
        members = new Members(address(authority), _admission(OPERATOR, Roles.OPERATOR));
        _deploy();
        handler = new WarehousesHandler(warehouses, receipts, members);
        _grant();
        _admitAll();
        _openLots();
        steps = [
            WarehousesHandler.count.selector,
            WarehousesHandler.issue.selector,
            WarehousesHandler.split.selector,
            WarehousesHandler.pass.selector,
            WarehousesHandler.hold.selector,
            WarehousesHandler.releasePart.selector,
            WarehousesHandler.pickUp.selector,
            WarehousesHandler.pickUpHeld.selector,
            WarehousesHandler.cancel.selector,
            WarehousesHandler.replace.selector,
            WarehousesHandler.wait_.selector
        ];
        target(address(handler), steps);
    }

    /// @notice I6 by lot, against the sum of its receipts; and what is marked short doesn't circulate.
    function invariantReceiptsAreCoveredOrMarked() external view {
        for (uint32 lot = 1; lot <= handler.LOTS(); lot++) {
            IWarehouseTypes.Lot memory stock = warehouses.lotOf(lot);
            assertEq(_sumOf(lot), stock.live, "live is the sum of receipts");
            assertEq(handler.issued(lot) - handler.ended(lot), stock.live, "issued less ended");
            bool short = stock.live > stock.measured + (uint256(stock.live) * stock.lossBasisPoints) / 10_000;
            assertTrue(short == stock.short, "I6: short is marked, and nothing else is");
            assertTrue(receipts.slotInfo(lot).closed == short, "a short lot's receipts don't circulate");
        }
        assertEq(handler.madeShort(), 0, "I6: no act makes a lot short");
    }

    /// @notice I6 by location.
    function invariantLocationsHoldTheirLots() external view {
        uint256[3] memory sums;
        for (uint32 lot = 1; lot <= handler.LOTS(); lot++) {
            IWarehouseTypes.Lot memory stock = warehouses.lotOf(lot);
            sums[stock.location] += stock.measured;
        }
        for (uint32 location = 1; location <= 2; location++) {
            IWarehouseTypes.Location memory place = warehouses.locationOf(location);
            assertEq(place.measured, sums[location], "a location holds what its lots hold");
            assertTrue(place.over == (sums[location] > CAPACITY), "I6: over capacity is marked, and nothing else is");
        }
    }

    /// @notice I3: what is held is the sum of holds.
    function invariantHoldsAddUp() external view {
        uint256 held;
        uint256 firm;
        for (uint256 id = 1; id <= handler.holds(); id++) held += receipts.holdOf(id).value;
        for (uint32 lot = 1; lot <= handler.LOTS(); lot++) {
            uint256 serials = receipts.slotInfo(lot).serials;
            for (uint256 serial = 1; serial <= serials; serial++) {
                (ISplitToken.Link memory p, ) = receipts.positionOf((uint256(lot) << 32) | serial);
                assertAtMost(p.held, p.value, "I3: held is at most the value");
                firm += p.held;
            }
        }
        assertEq(firm, held, "I3: held is the sum of holds");
    }

    /// @notice Steps picked by fixed numbers do all that a run can do: random runs prove nothing about what never acts.
    function testEveryStepActs() external {
        for (uint256 i = 0; i < 2_000; i++) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            (bool done, ) = address(handler).call(abi.encodeWithSelector(steps[seed % steps.length], seed >> 8));
            assertTrue(done, "a step reverted");
        }
        for (uint256 i = 0; i < steps.length; i++) {
            assertTrue(handler.acted(steps[i]) > 5, "a step hardly acted");
        }
    }

    function _sumOf(uint32 lot) private view returns (uint256 sum) {
        uint256 serials = receipts.slotInfo(lot).serials;
        for (uint256 serial = 1; serial <= serials; serial++) {
            (ISplitToken.Link memory p, ) = receipts.positionOf((uint256(lot) << 32) | serial);
            sum += p.value;
        }
    }

    // --- a ledger's warehouses, wired as the deployment does it

    function _deploy() private {
        address expected = _created(RECEIPTS_NONCE);
        receipts = IWarehouseReceipts(expected);
        warehouses = new Warehouses(address(authority), members, receipts, 8 hours);
        ReceiptDelivery part = new ReceiptDelivery(
            address(authority),
            members,
            8 hours,
            warehouses,
            ILiens(_created(HANDLER_NONCE))
        );
        ReceiptMetadata metadata = new ReceiptMetadata(receipts, warehouses);
        WarehouseReceipts made = new WarehouseReceipts(address(authority), members, 8 hours, metadata, address(part));
        assertEq(address(made), expected, "receipts are where they were predicted");
    }

    function _grant() private {
        bytes4[] memory stock = new bytes4[](3);
        stock[0] = IWarehouses.putUnderReceipt.selector;
        stock[1] = IWarehouses.letOut.selector;
        stock[2] = IWarehouses.takeFromReceipt.selector;
        authority.setTargetFunctionRole(address(warehouses), stock, 7);
        authority.grantRole(7, address(receipts), 0);
        bytes4[] memory short = new bytes4[](1);
        short[0] = IReceiptDelivery.setShort.selector;
        authority.setTargetFunctionRole(address(receipts), short, 8);
        authority.grantRole(8, address(warehouses), 0);
        bytes4[] memory holding = new bytes4[](4);
        holding[0] = IHolds.hold.selector;
        holding[1] = IHolds.makeFirm.selector;
        holding[2] = IHolds.releasePart.selector;
        holding[3] = IReceiptDelivery.approvePickUp.selector;
        authority.setTargetFunctionRole(address(receipts), holding, 3);
        authority.grantRole(3, address(handler), 0);
    }

    function _admitAll() private {
        uint16[4] memory its = [Roles.CUSTODIAN, Roles.AUDITOR, Roles.SUPPLIER, Roles.SUPPLIER];
        vm.startPrank(handler.accountOf(OPERATOR));
        for (uint32 i = 0; i < its.length; i++) members.admit(_admission(2 + i, its[i]), 0);
        bytes32 proof = bytes32(uint256(1));
        warehouses.admitCustodian(
            handler.CUSTODIAN(),
            IWarehouseTypes.Criteria(proof, proof, proof, proof),
            type(uint40).max,
            0
        );
        vm.stopPrank();
        uint32 one = handler.FIRST_HOLDER();
        uint32 other = handler.LAST_HOLDER();
        vm.prank(handler.accountOf(one));
        receipts.setStandingAcceptance(other, type(uint40).max, 0, 0);
        vm.prank(handler.accountOf(other));
        receipts.setStandingAcceptance(one, type(uint40).max, 0, 0);
    }

    function _openLots() private {
        address custodian = handler.accountOf(handler.CUSTODIAN());
        vm.startPrank(custodian);
        for (uint256 i = 1; i <= 2; i++) warehouses.registerLocation(bytes32(i), CAPACITY, "KGM", 0);
        for (uint32 lot = 1; lot <= handler.LOTS(); lot++) {
            // The first two lots share a location.
            IWarehouseTypes.LotTerms memory terms = IWarehouseTypes.LotTerms({
                location: lot == 3 ? 2 : 1,
                mark: bytes32(uint256(lot)),
                goods: bytes32(uint256(1)),
                lossBasisPoints: handler.LOSS(),
                storageUntil: type(uint16).max,
                minLot: 1
            });
            warehouses.openLot(terms, 0);
        }
        vm.stopPrank();
        uint32 counter = handler.COUNTER();
        vm.prank(handler.accountOf(OPERATOR));
        warehouses.appointCounter(1, counter, counter, 0, 0);
        vm.prank(handler.accountOf(OPERATOR));
        warehouses.appointCounter(2, counter, counter, 0, 0);
    }

    function _admission(uint32 member, uint16 its) private pure returns (IMemberEvents.Admission memory) {
        return
            IMemberEvents.Admission({
                identityDigest: keccak256(abi.encode("identity", member)),
                roles: its,
                size: IMemberEvents.Size.Small,
                guardian: 0,
                account: vm.addr(uint256(keccak256(abi.encode("member", member)))),
                settlementAccountDigest: 0,
                licenceDigest: 0
            });
    }

    /// @dev Where this contract's creation with a nonce below 128 goes: keccak256 of the RLP of creator and nonce.
    function _created(uint8 nonce) private view returns (address) {
        return address(uint160(uint256(keccak256(abi.encodePacked(hex"d694", address(this), nonce)))));
    }
}
