// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IReceivables} from "./IReceivables.sol";

/// @title ILienTypes
/// @notice What liens are made of. Amounts are in the asset's unit: minor units of a certificate's currency, units of a
/// receipt's goods.
interface ILienTypes {
    /// @notice Where a lien stands.
    /// @param None It doesn't exist.
    /// @param Proposed The holder's value is held; words are missing.
    /// @param Active It encumbers.
    /// @param Selling A buyer was instructed to pay the secured party, or a bank accepted an early payment to it.
    /// @param Paid The buyer has paid, and delivery waits.
    /// @param Ended Refused, withdrawn, expired, released, enforced, paid, or its goods left.
    enum State {
        None,
        Proposed,
        Active,
        Selling,
        Paid,
        Ended
    }

    /// @notice What a holder of record pledges. What the ledger needn't read again is in the event only.
    /// @param asset Token contract.
    /// @param token Token id.
    /// @param amount What it encumbers.
    /// @param securedParty Member that is secured.
    /// @param expiresAt Block time in seconds until which it can become active.
    /// @param terms Digest of the pledge agreement.
    /// @param debt Reference of the secured debt.
    /// @param supervisor Member that the secured party appointed to control the goods (Guarantee Interpretation
    /// art. 55); 0 for none.
    /// @param purchaseMoneyDay Civil day on which goods were delivered whose price it secures (Civil Code art. 416); 0
    /// for none.
    struct Pledge {
        address asset;
        uint64 token;
        uint72 amount;
        uint32 securedParty;
        uint40 expiresAt;
        bytes32 terms;
        bytes32 debt;
        uint32 supervisor;
        uint16 purchaseMoneyDay;
    }

    /// @notice Entry of a pledge in the public registry, made by the secured party. All zero for none yet.
    /// @param number Registry number.
    /// @param registeredAt Time in seconds at which it was registered.
    struct Registration {
        bytes32 number;
        uint40 registeredAt;
    }

    /// @notice A party's word in another one's transaction. Account zero for none.
    /// @param nonce Bitmap nonce of its member.
    /// @param signature What it signed with.
    struct Consent {
        uint256 nonce;
        IReceivables.Signature signature;
    }

    /// @notice How a lien is enforced: value goes to a buyer at a price that is set off against the secured claim.
    /// EIP-712 type `Enforcement`, with the debtor's deadline and epoch.
    /// @param lien Lien.
    /// @param value What is sold; a part where the whole is worth more than the claim.
    /// @param buyer The secured party itself, or a member that pays it.
    /// @param price Minor units.
    /// @param claim Minor units that the debtor owes and the lien secures; the price is at most that.
    /// @param currency ISO 4217 code in ASCII.
    /// @param bank Settlement bank; 0 where the secured party takes over.
    /// @param expiresAt Last second in which the bank can accept; 0 where the secured party takes over.
    /// @param defaultedAt Block time of the declared default; 0 in a legal order.
    /// @param nonce Bitmap nonce of the debtor; 0 in a legal order.
    struct Enforcement {
        uint256 lien;
        uint72 value;
        uint32 buyer;
        uint72 price;
        uint72 claim;
        bytes3 currency;
        uint32 bank;
        uint40 expiresAt;
        uint40 defaultedAt;
        uint256 nonce;
    }

    /// @notice A lien as it stands. Its amount and token are those of its hold.
    /// @param asset Token contract.
    /// @param token Token id; 0 once it ended.
    /// @param amount What it encumbers; 0 once it ended.
    /// @param expiresAt Block time in seconds until which it can become active; 0 once it is.
    /// @param securedParty Member that is secured.
    /// @param debtor Member that pledged, holder of record.
    /// @param registeredAt Time in seconds of its registration, by which settlement ranks it; 0 for none.
    /// @param defaultedAt Block time in seconds at which its debt was last declared in default; 0 for never.
    /// @param state Where it stands.
    /// @param accepted Whether the secured party accepted.
    /// @param countersigned Whether the custodian of pledged goods signed.
    /// @param terms Digest of the pledge agreement.
    struct Lien {
        address asset;
        uint64 token;
        uint72 amount;
        uint40 expiresAt;
        uint32 securedParty;
        uint32 debtor;
        uint40 registeredAt;
        uint40 defaultedAt;
        State state;
        bool accepted;
        bool countersigned;
        bytes32 terms;
    }

    /// @notice What a buyer was instructed to pay for.
    /// @param value What it gets.
    /// @param buyer Member that pays.
    /// @param price Minor units.
    /// @param instruction Payment instruction to the secured party.
    struct Sale {
        uint72 value;
        uint32 buyer;
        uint72 price;
        uint64 instruction;
    }
}
