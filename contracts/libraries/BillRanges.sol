// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaimErrors} from "../interfaces/IClaimErrors.sol";

/// @title BillRanges
/// @notice Disjoint sub-ranges of one bill as a sorted linked list; the caller names the neighbour, so an insertion
/// reads two nodes however many there are.
library BillRanges {
    /// @dev Stands for the place before the first range. No range starts there, since a range ends above its start.
    uint72 internal constant NONE = type(uint72).max;

    /// @dev One word: to 72 | next 72. A node exists when `to` is not 0. `next` is the following start plus one, 0 for
    /// none, so that a fresh word means "none" although a range may start at 0.
    struct Node {
        uint72 to;
        uint72 next;
    }

    /// @dev `first` as `next` above.
    struct Ranges {
        uint72 first;
        mapping(uint72 from => Node) nodes;
    }

    /// @notice Adds [from, to). Errors: ClaimsEmptyRange, ClaimsWrongNeighbour, ClaimsRangeTaken.
    /// @param key Key of the bill, for the errors.
    /// @param left Start of the nearest range below, or NONE.
    function insert(Ranges storage self, bytes32 key, uint72 from, uint72 to, uint72 left) internal {
        uint72 next = requireFree(self, key, from, to, left);
        self.nodes[from] = Node({to: to, next: next});
        // `from` is below `to`, so adding one doesn't overflow.
        if (left == NONE) self.first = from + 1;
        else self.nodes[left].next = from + 1;
    }

    /// @notice That nothing of [from, to) is claimed. Errors: ClaimsEmptyRange, ClaimsWrongNeighbour, ClaimsRangeTaken.
    /// @param key Key of the bill, for the errors.
    /// @param left Start of the nearest range below, or NONE.
    /// @return next What follows, as `Node.next` has it.
    function requireFree(
        Ranges storage self,
        bytes32 key,
        uint72 from,
        uint72 to,
        uint72 left
    ) internal view returns (uint72 next) {
        require(from < to, IClaimErrors.ClaimsEmptyRange(key, from, to));
        next = self.first;
        if (left != NONE) {
            Node memory below = self.nodes[left];
            require(below.to != 0 && left <= from, IClaimErrors.ClaimsWrongNeighbour(key, left));
            require(below.to <= from, IClaimErrors.ClaimsRangeTaken(key, from, to, left, below.to));
            next = below.next;
        }
        if (next != 0 && next - 1 < to) {
            uint72 nextTo = self.nodes[next - 1].to;
            // A range that ends at or below `from` lies between `left` and it: `left` isn't the nearest.
            require(nextTo > from, IClaimErrors.ClaimsWrongNeighbour(key, left));
            revert IClaimErrors.ClaimsRangeTaken(key, from, to, next - 1, nextTo);
        }
    }

    /// @notice The range after the one that starts at `left`. Errors: ClaimsWrongNeighbour.
    /// @param key Key of the bill, for the error.
    /// @param left Start of a range, or NONE for the first.
    /// @return from Its start.
    /// @return to Its end, exclusive; 0 for none.
    function after_(Ranges storage self, bytes32 key, uint72 left) internal view returns (uint72 from, uint72 to) {
        uint72 next = self.first;
        if (left != NONE) {
            require(self.nodes[left].to != 0, IClaimErrors.ClaimsWrongNeighbour(key, left));
            next = self.nodes[left].next;
        }
        if (next != 0) (from, to) = (next - 1, self.nodes[next - 1].to);
    }
}
