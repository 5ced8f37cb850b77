// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Claims} from "../../../contracts/claim/Claims.sol";
import {IClaimErrors} from "../../../contracts/interfaces/IClaimErrors.sol";
import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {ClaimantId} from "../../../contracts/libraries/ClaimantId.sol";
import {Test} from "../helpers/Test.sol";

/// @title ClaimsHandler
/// @notice Random claims of few invoices while tag keys change, against plain numbers that know no epochs: an invoice
/// is one thing, whatever its tags are.
contract ClaimsHandler is Test {
    struct Thing {
        uint256 exists;
        uint256 used;
        bool credited;
    }

    struct Claimed {
        uint256 thing;
        uint72 amount;
        IClaimErrors.Phase phase;
        uint32 epoch;
    }

    uint256 public constant THINGS = 4;
    uint72 public constant FACE = 1_000;
    uint256 private constant MAX_EPOCHS = 16;

    Claims private immutable CLAIMS;

    mapping(uint256 thing => Thing) public things;
    mapping(uint32 epoch => uint256) public unreleased;
    /// @notice How often each step acted, and how often it was rightly refused.
    mapping(bytes4 step => uint256) public acted;
    mapping(bytes4 step => uint256) public refused;
    /// @dev Claimant n is `claimed[n - 1]`.
    Claimed[] public claimed;
    uint256 private notes;

    constructor(Claims claims) {
        CLAIMS = claims;
    }

    function tagOf(uint32 epoch, uint256 thing) public pure returns (bytes32) {
        return keccak256(abi.encode("tag", epoch, thing));
    }

    function count() external view returns (uint256) {
        return claimed.length;
    }

    // --- steps

    function reserve(uint256 seed) external {
        uint256 thing = seed % THINGS;
        Thing storage t = things[thing];
        uint72 left = t.used == 0 ? FACE : uint72(t.exists);
        // Sometimes another face than is left.
        uint72 stated = (seed >> 8) % 8 == 0 ? left + 1 : left;
        uint72 amount = uint72(bound(seed >> 16, 1, FACE / 2));
        bytes4 refusal;
        if (t.used != 0 && stated != left) refusal = IClaimErrors.ClaimsOtherFace.selector;
        else if (t.used + amount > stated) refusal = IClaimErrors.ClaimsOverused.selector;
        bytes memory reason = _tryReserve(thing, stated, amount, seed);
        if (reason.length != 0) return _refused(reason, refusal);
        _acted(refusal);
        if (t.used == 0) t.exists = stated;
        t.used += amount;
    }

    function commit(uint256 seed) external {
        uint256 id = _pick(IClaimErrors.Phase.Reserved, seed);
        if (id == 0) return;
        CLAIMS.commit(_claimant(id), 0);
        claimed[id - 1].phase = IClaimErrors.Phase.Live;
        acted[msg.sig]++;
    }

    function release(uint256 seed) external {
        uint256 id = _pick(IClaimErrors.Phase.Reserved, seed);
        if (id == 0) return;
        CLAIMS.release(_claimant(id), 0);
        Claimed storage c = claimed[id - 1];
        c.phase = IClaimErrors.Phase.Released;
        things[c.thing].used -= c.amount;
        unreleased[c.epoch]--;
        if (things[c.thing].used == 0) delete things[c.thing];
        acted[msg.sig]++;
    }

    function satisfy(uint256 seed) external {
        uint256 id = _pick(IClaimErrors.Phase.Live, seed);
        if (id == 0) return;
        CLAIMS.satisfy(_claimant(id), 0);
        claimed[id - 1].phase = IClaimErrors.Phase.Satisfied;
        acted[msg.sig]++;
    }

    /// @notice A credit note that reaches the ledger under the epoch where the invoice has least left.
    function lower(uint256 seed) external {
        uint256 id = _pick(IClaimErrors.Phase.Live, seed);
        if (id == 0) return;
        Claimed storage c = claimed[id - 1];
        IClaims.Tally memory tally = CLAIMS.tallyOf(c.epoch, tagOf(c.epoch, c.thing));
        if (tally.exists != things[c.thing].exists || tally.exists == 0) return;
        uint72 amount = uint72(bound(seed >> 16, 1, tally.exists / 4 + 1));
        CLAIMS.lower(_claimant(id), 0, amount, keccak256(abi.encode("note", ++notes)), 0);
        things[c.thing].exists -= amount;
        things[c.thing].credited = true;
        acted[msg.sig]++;
    }

    function openEpoch(uint256 seed) external {
        if (seed % 4 != 0) return;
        uint32 current = CLAIMS.epoch();
        if (CLAIMS.earlierEpochs().length == MAX_EPOCHS && unreleased[current] != 0) {
            vm.expectPartialRevert(IClaimErrors.ClaimsTooManyEpochs.selector);
            CLAIMS.openEpoch(keccak256(abi.encode(current)), 0);
            refused[msg.sig]++;
            return;
        }
        assertEq(CLAIMS.openEpoch(keccak256(abi.encode(current)), 0), current + 1, "epochs count up");
        acted[msg.sig]++;
    }

    // --- helpers

    /// @dev Answers why it was refused; nothing when it wasn't.
    function _tryReserve(uint256 thing, uint72 stated, uint72 amount, uint256 seed) private returns (bytes memory) {
        uint32 epoch = CLAIMS.epoch();
        IClaims.Use[] memory uses = new IClaims.Use[](1);
        uses[0] = IClaims.Use(tagOf(epoch, thing), stated, amount);
        IClaims.EarlierTags[] memory earlier = _earlier(thing, seed);
        try CLAIMS.reserve(_claimant(claimed.length + 1), "CNY", epoch, uses, earlier, 0) {
            claimed.push(Claimed(thing, amount, IClaimErrors.Phase.Reserved, epoch));
            unreleased[epoch]++;
            return "";
        } catch (bytes memory reason) {
            return reason;
        }
    }

    /// @dev Tags under every earlier epoch that has claims, and sometimes of one more.
    function _earlier(uint256 thing, uint256 seed) private view returns (IClaims.EarlierTags[] memory earlier) {
        uint32 current = CLAIMS.epoch();
        bool all = (seed >> 64) % 4 == 0;
        uint256 n;
        for (uint32 e = 0; e < current; e++) if (all || unreleased[e] != 0) n++;
        earlier = new IClaims.EarlierTags[](n);
        n = 0;
        for (uint32 e = 0; e < current; e++) {
            if (!all && unreleased[e] == 0) continue;
            bytes32[] memory tags = new bytes32[](1);
            tags[0] = tagOf(e, thing);
            earlier[n++] = IClaims.EarlierTags(e, tags);
        }
    }

    /// @dev The first claimant in a phase, from a random one on; 0 for none.
    function _pick(IClaimErrors.Phase phase, uint256 seed) private view returns (uint256) {
        uint256 many = claimed.length;
        for (uint256 i = 0; i < many; i++) {
            uint256 index = ((seed % many) + i) % many;
            if (claimed[index].phase == phase) return index + 1;
        }
        return 0;
    }

    function _claimant(uint256 id) private view returns (bytes32) {
        return ClaimantId.toId(address(this), uint64(id));
    }

    function _acted(bytes4 refusal) private {
        assertTrue(refusal == 0, "accepted what the model refuses");
        acted[msg.sig]++;
    }

    function _refused(bytes memory reason, bytes4 refusal) private {
        assertEq(bytes4(reason), refusal, "refused for another reason");
        refused[msg.sig]++;
    }
}
