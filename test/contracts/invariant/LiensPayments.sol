// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEarlyPayments} from "../../../contracts/interfaces/IEarlyPayments.sol";
import {ILienTypes} from "../../../contracts/interfaces/ILienTypes.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {LiensWorld} from "./LiensWorld.sol";

/// @title LiensPayments
/// @notice Random early payments of encumbered value: agreed by three, accepted, then paid, returned or late.
abstract contract LiensPayments is LiensWorld {
    bytes32 private constant PLEDGED_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "PledgedPayment(uint256 token,uint32 obligor,uint32 holder,uint72 face,uint72 paid,uint32 bank,uint40 expiresAt,uint256 obligorNonce,uint256 holderNonce,uint256 lien,uint32 securedParty,uint256 securedPartyNonce,uint256 deadline,uint32 epoch)"
    );

    /// @notice The early payment that binds a lien; 0 for none.
    mapping(uint256 lien => uint256) public early;

    /// @dev Refused after the due day and once a run opened.
    function payEarly(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Active);
        if (lien == 0) return;
        ILienTypes.Lien memory l = ledger.liens.lienOf(lien);
        IEarlyPayments.PledgedPayment memory payment = _paymentOf(lien, l, seed);
        bytes32 structHash = keccak256(abi.encode(PLEDGED_TYPEHASH, payment, block.timestamp, uint32(1)));
        address verifier = address(ledger.earlyPayments);
        try
            ledger.earlyPayments.agreePledged(
                payment,
                _signed(cast.obligor, verifier, structHash),
                _signed(payment.terms.holder, verifier, structHash),
                _signed(l.securedParty, verifier, structHash),
                0
            )
        returns (uint256 earlyPayment, uint256 instruction) {
            vm.prank(_account(cast.bank));
            try ledger.settlement.acceptInstruction(instruction, _today(), 0) {
                early[lien] = earlyPayment;
                acted[msg.sig]++;
            } catch {}
        } catch {}
    }

    /// @dev The bank pays or returns; what was paid while the position was frozen or a run was open is delivered later.
    function endEarly(uint256 seed) external {
        uint256 lien = _lien(seed, ILienTypes.State.Selling);
        uint256 earlyPayment = early[lien];
        if (earlyPayment == 0) return;
        (, uint72 face, uint72 paid, , uint256 instruction, IEarlyPayments.State state) = ledger
            .earlyPayments
            .earlyPaymentOf(earlyPayment);
        if (state == IEarlyPayments.State.Waiting) {
            try ledger.earlyPayments.deliver(earlyPayment, 0) {} catch {
                return;
            }
        } else {
            _attest(instruction, seed % 4 == 1 ? ISettlement.Outcome.Returned : ISettlement.Outcome.Paid, paid);
        }
        (, , , , , state) = ledger.earlyPayments.earlyPaymentOf(earlyPayment);
        if (state == IEarlyPayments.State.Waiting) return;
        if (state == IEarlyPayments.State.Settled) lost[lien] += face;
        early[lien] = 0;
        acted[msg.sig]++;
    }

    function _paymentOf(
        uint256 lien,
        ILienTypes.Lien memory l,
        uint256 seed
    ) private returns (IEarlyPayments.PledgedPayment memory payment) {
        uint256 nonce = ++counter;
        uint72 face = seed % 2 == 0 ? l.amount : uint72(bound(seed >> 8, 1, l.amount));
        payment.terms = IEarlyPayments.EarlyPayment({
            token: l.token,
            obligor: cast.obligor,
            holder: _link(l.token).owner,
            face: face,
            paid: face - face / 100,
            bank: cast.bank,
            expiresAt: uint40(block.timestamp + 1 days),
            obligorNonce: nonce,
            holderNonce: nonce
        });
        (payment.lien, payment.securedParty, payment.securedPartyNonce) = (lien, l.securedParty, nonce);
    }

    /// @dev A member's signature, by its only account, for a contract of the ledger.
    function _signed(
        uint32 member,
        address verifier,
        bytes32 structHash
    ) internal view returns (IReceivables.Signature memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Tallystick"),
                keccak256("1"),
                block.chainid,
                verifier
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domain, structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_key(member), digest);
        return IReceivables.Signature(_account(member), block.timestamp, 1, abi.encodePacked(r, s, v));
    }
}
