// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title SmartAccount
/// @notice A company's account that is code (ERC-1271): it does what its owner asks and misbehaves as a test needs.
contract SmartAccount {
    enum Mood {
        Honest,
        WrongAnswer,
        ShortAnswer,
        HugeAnswer,
        Reverts,
        BurnsGas,
        SaysYes
    }

    address public immutable owner;
    Mood public mood;

    error SmartAccountNotOwner(address caller);
    error SmartAccountUnwilling();

    constructor(address owner_) {
        owner = owner_;
    }

    function setMood(Mood mood_) external {
        mood = mood_;
    }

    /// @notice Calls a contract as this account.
    function execute(address target, bytes calldata data) external returns (bytes memory) {
        require(msg.sender == owner, SmartAccountNotOwner(msg.sender));
        (bool success, bytes memory answer) = target.call(data);
        if (!success) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
        return answer;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        if (mood == Mood.Reverts) revert SmartAccountUnwilling();
        if (mood == Mood.WrongAnswer) return 0xffffffff;
        if (mood == Mood.SaysYes) return this.isValidSignature.selector;
        if (mood == Mood.BurnsGas) {
            uint256 burnt;
            while (gasleft() > 0) ++burnt;
        }
        assembly {
            if eq(sload(mood.slot), 2) {
                mstore(0, shl(224, 0x1626ba7e))
                return(0, 4)
            }
            if eq(sload(mood.slot), 3) {
                mstore(0, shl(224, 0x1626ba7e))
                return(0, 200000)
            }
        }
        (address signer, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(digest, signature);
        bool valid = problem == ECDSA.RecoverError.NoError && signer == owner;
        return valid ? this.isValidSignature.selector : bytes4(0xffffffff);
    }
}
