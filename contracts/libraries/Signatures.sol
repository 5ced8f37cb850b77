// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP7702Utils} from "@openzeppelin/contracts/account/utils/EIP7702Utils.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title Signatures
/// @notice Signatures of keys (ECDSA) and of smart accounts (ERC-1271, with a gas cap).
/// @dev An EIP-7702 account is a key that lent its address to code. Its key can always send a transaction, so the
/// key's own signature counts, and so does what the delegate's ERC-1271 accepts. It never counts as a smart account
/// that could stand for two-person control, since its key alone can act.
library Signatures {
    /// @notice Gas that a smart account may use to check one signature: enough for several ECDSA recoveries or one
    /// P-256 check in Solidity.
    uint256 internal constant GAS_CAP = 200_000;

    /// @notice Whether `signature` over `digest` is of `account`.
    function isValid(address account, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        (address signer, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (problem == ECDSA.RecoverError.NoError && signer == account) return true;
        if (account.code.length == 0) return false;
        // Not `SignatureChecker`: it would hand all gas to the account. What comes back is bounded by the cap as well.
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory answer) = account.staticcall{gas: GAS_CAP}(
            abi.encodeCall(IERC1271.isValidSignature, (digest, signature))
        );
        return success && answer.length >= 32 && bytes32(answer) == bytes32(IERC1271.isValidSignature.selector);
    }

    /// @notice Whether code alone decides what `account` does: a contract, and not a key with an EIP-7702 delegate.
    function isSmartAccount(address account) internal view returns (bool) {
        return account.code.length != 0 && EIP7702Utils.fetchDelegate(account) == address(0);
    }
}
