// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Factoring} from "../../../contracts/finance/Factoring.sol";
import {ICreditCertificates} from "../../../contracts/interfaces/ICreditCertificates.sol";
import {IFactoring} from "../../../contracts/interfaces/IFactoring.sol";
import {IMembers} from "../../../contracts/interfaces/IMembers.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {IRules} from "../../../contracts/interfaces/IRules.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISettlementRuns} from "../../../contracts/interfaces/ISettlementRuns.sol";
import {Test} from "../helpers/Test.sol";

/// @dev Factoring with a position that was financed with recourse already.
contract FinancedPosition is Factoring {
    uint256 internal constant TOKEN = (1 << 32) | 2;
    uint32 internal constant DEBTOR = 7;

    constructor(
        address authority,
        IRules rules,
        uint72 claim
    )
        Factoring(
            authority,
            IMembers(address(0)),
            rules,
            IReceivables(address(0)),
            ICreditCertificates(address(0)),
            ISettlement(address(0)),
            ISettlementRuns(address(0))
        )
    {
        _recourses[TOKEN] = Recourse(DEBTOR, claim, 0, 1, false, 0);
    }

    function buyBackIsPaid() external {
        _recourses[TOKEN].buyBackPaid = true;
    }
}

/// @title FactoringRecourseTest
/// @notice How payments on a recourse position are divided (Civil Code art. 766), whatever comes in.
contract FactoringRecourseTest is Test {
    uint256 private constant TOKEN = (1 << 32) | 2;

    /// @dev Stands for the rules, of which factoring reads this alone.
    function utcOffset() external pure returns (uint32) {
        return 28_800;
    }

    function _position(uint72 claim) private returns (FinancedPosition position) {
        AccessManager manager = new AccessManager(address(this));
        position = new FinancedPosition(address(manager), IRules(address(this)), claim);
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = IFactoring.applyRecourse.selector;
        manager.setTargetFunctionRole(address(position), selectors, manager.PUBLIC_ROLE());
    }

    /// @notice Nothing is lost, the financier gets its claim and no more, and the debtor gets all above it.
    function testPaymentsFillTheClaimFirst(uint72 claim, uint64[] calldata pays) external {
        FinancedPosition position = _position(claim);
        uint256 paid;
        uint256 toFinanciers;
        for (uint256 i; i < pays.length && i < 8; ++i) {
            (uint72 toFinancier, uint32 debtor, uint72 toDebtor) = position.applyRecourse(TOKEN, pays[i], 0);
            assertEq(uint256(toFinancier) + toDebtor, pays[i], "nothing is lost");
            assertEq(debtor, 7, "debtor");
            paid += pays[i];
            toFinanciers += toFinancier;
            assertEq(toFinanciers, paid < claim ? paid : claim, "the claim is filled first");
            assertEq(position.recourseOf(TOKEN).claim, claim - toFinanciers, "claim left");
        }
    }

    /// @notice Once the buy-back is paid, every payment is the debtor's and the claim stays.
    function testPaymentsAreTheDebtorsAfterBuyBack(uint72 claim, uint72 pay) external {
        FinancedPosition position = _position(claim);
        position.buyBackIsPaid();
        (uint72 toFinancier, , uint72 toDebtor) = position.applyRecourse(TOKEN, pay, 0);
        assertEq(toFinancier, 0, "financier");
        assertEq(toDebtor, pay, "debtor");
        assertEq(position.recourseOf(TOKEN).claim, claim, "claim");
    }

    /// @notice Without recourse a payment is all the holder's (art. 767).
    function testPaymentsAreTheHoldersWithoutRecourse(uint256 token, uint72 pay) external {
        vm.assume(token != TOKEN);
        (uint72 toFinancier, uint32 debtor, uint72 toDebtor) = _position(1).applyRecourse(token, pay, 0);
        assertEq(toFinancier, pay, "holder");
        assertEq(uint256(debtor) + toDebtor, 0, "nobody else");
    }
}
