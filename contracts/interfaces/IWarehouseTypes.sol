// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IWarehouseTypes
/// @notice What `Warehouses` keeps, and what members state to it.
interface IWarehouseTypes {
    /// @notice How good the evidence is that a lot is under control.
    enum Control {
        Sound,
        /// Older than the first limit: no new use.
        Stale,
        /// Custodian and counter disagree: no new use.
        Contradicted,
        /// No sound evidence since the second limit: nothing is released.
        Frozen
    }

    /// @notice What a count was made by.
    enum Method {
        Stocktake,
        Weighbridge,
        Device,
        Inspection
    }

    /// @notice Digests of the evidence for a custodian's admission.
    /// @param storageCapability Buildings, equipment, staff.
    /// @param yearsInTrade Time in the trade.
    /// @param operatingStandards Rules that it works by.
    /// @param ownCredit Its own credit: technology doesn't replace it.
    struct Criteria {
        bytes32 storageCapability;
        bytes32 yearsInTrade;
        bytes32 operatingStandards;
        bytes32 ownCredit;
    }

    /// @notice A custodian's admission. One storage word: until 40 | owners changed 8 | 208 unused.
    /// @param until Block time in seconds after which it lapses.
    /// @param ownersChanged Whether its owners changed since.
    struct Admission {
        uint40 until;
        bool ownersChanged;
    }

    /// @notice A physical place. Three storage words: custodian 32 | capacity 72 | unit 24 | fresh for 32 |
    /// freeze after 32 | counter 32 | 32 unused; measured 104 | over 8 | 144 unused; place 256.
    /// @param custodian Its only custodian.
    /// @param capacity Most that it holds.
    /// @param unit Unit of every quantity: three characters, such as a UN/ECE Recommendation 20 code.
    /// @param freshFor Seconds after which evidence is stale.
    /// @param freezeAfter Seconds after which nothing is released.
    /// @param counter Member that counts beside the custodian; 0 for none.
    /// @param measured Goods of all its lots.
    /// @param over Whether they exceed its capacity.
    /// @param place Digest of the normalised physical place.
    struct Location {
        uint32 custodian;
        uint72 capacity;
        bytes3 unit;
        uint32 freshFor;
        uint32 freezeAfter;
        uint32 counter;
        uint104 measured;
        bool over;
        bytes32 place;
    }

    /// @notice What a custodian states when it opens a lot; its receipts share it.
    /// @param location Location id.
    /// @param mark Digest of the normalised lot mark.
    /// @param goods Digest of the description: variety, quality, packaging, pieces, insurance, fees (Civil Code
    /// art. 909).
    /// @param lossBasisPoints Loss standard: what of a quantity may vanish naturally.
    /// @param storageUntil Last civil day of storage; receipts circulate until then.
    /// @param minLot Smallest part of a receipt in circulation.
    struct LotTerms {
        uint32 location;
        bytes32 mark;
        bytes32 goods;
        uint16 lossBasisPoints;
        uint16 storageUntil;
        uint64 minLot;
    }

    /// @notice Goods that are kept together. Four storage words: location 32 | measured 72 | live 72 |
    /// loss standard 16 | sound at 40 | short 8 | contradicted 8 | 8 unused; stated by the custodian 72 | at 40 |
    /// by the counter 72 | at 40 | 32 unused; moved at 40 | storage until 16 | minimum lot 64 | 136 unused; goods 256.
    /// @param location Location id.
    /// @param measured Goods.
    /// @param live Quantity of live receipts.
    /// @param lossBasisPoints Loss standard.
    /// @param soundAt Time of the last evidence that nothing contradicts, in seconds.
    /// @param short Whether receipts exceed goods and natural loss.
    /// @param contradicted Whether custodian and counter disagree.
    /// @param byCustodian Last count of the custodian, less what left since.
    /// @param byCustodianAt Its time, in seconds.
    /// @param byCounter Last count of the counter, less what left since.
    /// @param byCounterAt Its time, in seconds.
    /// @param movedAt When goods left last, in seconds.
    /// @param storageUntil Last civil day of storage.
    /// @param minLot Smallest part of a receipt in circulation.
    /// @param goods Digest of the description.
    struct Lot {
        uint32 location;
        uint72 measured;
        uint72 live;
        uint16 lossBasisPoints;
        uint40 soundAt;
        bool short;
        bool contradicted;
        uint72 byCustodian;
        uint40 byCustodianAt;
        uint72 byCounter;
        uint40 byCounterAt;
        uint40 movedAt;
        uint16 storageUntil;
        uint64 minLot;
        bytes32 goods;
    }

    /// @notice A signed statement of what lies in a lot. EIP-712 type `Count`.
    /// @param lot Lot id.
    /// @param counter Member that states it: the custodian or the appointed counter.
    /// @param quantity Goods.
    /// @param takenAt Time of the count, in seconds.
    /// @param method What it was made by.
    /// @param evidence Digest of photographs, weighbridge tickets, device logs.
    /// @param deadline Last block time in seconds at which it may be recorded.
    /// @param epoch Epoch of the counter.
    struct Count {
        uint32 lot;
        uint32 counter;
        uint72 quantity;
        uint40 takenAt;
        Method method;
        bytes32 evidence;
        uint256 deadline;
        uint32 epoch;
    }
}
