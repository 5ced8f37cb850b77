// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IReceiptDelivery
/// @notice How warehouse receipts begin and end, and what ledger contracts do with those that they hold.
/// @dev Goods leave, and receipts end, by dual control: the custodian sends, the holder of record signs, and where the
/// value is held the contract that holds it has approved for the pledgee. Every `ref` is the request reference.
interface IReceiptDelivery {
    /// @notice A holder's order to let goods out. EIP-712 type `PickUp`.
    /// @param token Receipt.
    /// @param quantity Quantity of the receipt that ends.
    /// @param goods Goods that leave: `quantity` less natural loss.
    /// @param hold Hold that it is taken from; 0 for free value.
    /// @param gate Digest of the gate-out document.
    /// @param nonce Bitmap nonce of the holder.
    /// @param deadline Last block time in seconds.
    /// @param epoch Epoch of the holder.
    struct PickUp {
        uint256 token;
        uint72 quantity;
        uint72 goods;
        uint256 hold;
        bytes32 gate;
        uint256 nonce;
        uint256 deadline;
        uint32 epoch;
    }

    /// @notice A holder's order to end a receipt while the goods stay. EIP-712 type `Cancellation`.
    /// @param token Receipt.
    /// @param quantity Quantity of the receipt that ends; none of it is held.
    /// @param document Digest of what replaces it: a paper receipt, a sale to the custodian.
    /// @param nonce Bitmap nonce of the holder.
    /// @param deadline Last block time in seconds.
    /// @param epoch Epoch of the holder.
    struct Cancellation {
        uint256 token;
        uint72 quantity;
        bytes32 document;
        uint256 nonce;
        uint256 deadline;
        uint32 epoch;
    }

    /// @notice A holder's order to replace goods by others of the same unit and custodian. EIP-712 type `Replacement`.
    /// @param token Receipt over the old goods.
    /// @param quantity Quantity of it that ends.
    /// @param hold Hold that it is taken from, which goes over to the new receipt; 0 for free value.
    /// @param newLot Lot of the new goods.
    /// @param newQuantity Quantity of the new receipt.
    /// @param terms Digest of the new receipt's terms.
    /// @param nonce Bitmap nonce of the holder.
    /// @param deadline Last block time in seconds.
    /// @param epoch Epoch of the holder.
    struct Replacement {
        uint256 token;
        uint72 quantity;
        uint256 hold;
        uint32 newLot;
        uint72 newQuantity;
        bytes32 terms;
        uint256 nonce;
        uint256 deadline;
        uint32 epoch;
    }

    /// @notice A receipt was issued.
    /// @param id Token id.
    /// @param holder Member that it was issued to.
    /// @param custodian Member that owes the goods.
    /// @param rootId The custodian's spent position above it, which the terms belong to.
    /// @param quantity Quantity.
    /// @param terms Digest of its terms.
    /// @param ref Request reference.
    event ReceiptIssued(
        uint256 indexed id,
        uint32 indexed holder,
        uint32 indexed custodian,
        uint256 rootId,
        uint72 quantity,
        bytes32 terms,
        bytes32 ref
    );
    /// @notice Goods left against a receipt.
    /// @param token Receipt.
    /// @param holder Holder of record.
    /// @param quantity Quantity of the receipt that ended.
    /// @param goods Goods that left.
    /// @param hold Hold that it was taken from; 0 for none.
    /// @param gate Digest of the gate-out document.
    /// @param ref Request reference.
    event PickedUp(
        uint256 indexed token,
        uint32 indexed holder,
        uint72 quantity,
        uint72 goods,
        uint256 hold,
        bytes32 gate,
        bytes32 ref
    );
    /// @notice A receipt ended while the goods stayed.
    /// @param token Receipt.
    /// @param holder Holder of record.
    /// @param quantity Quantity of the receipt that ended.
    /// @param document Digest of what replaces it.
    /// @param ref Request reference.
    event ReceiptCancelled(
        uint256 indexed token,
        uint32 indexed holder,
        uint72 quantity,
        bytes32 document,
        bytes32 ref
    );
    /// @notice A receipt over other goods took the place of one.
    /// @param token Receipt over the old goods.
    /// @param newToken Receipt over the new goods.
    /// @param quantity Quantity that ended.
    /// @param newQuantity Quantity that began.
    /// @param hold Hold on the old receipt; 0 for none.
    /// @param newHold Hold on the new receipt; 0 for none.
    /// @param ref Request reference.
    event ReceiptReplaced(
        uint256 indexed token,
        uint256 indexed newToken,
        uint72 quantity,
        uint72 newQuantity,
        uint256 hold,
        uint256 newHold,
        bytes32 ref
    );
    /// @notice The contract that holds a receipt lets so much of it be picked up.
    /// @param holdId Hold.
    /// @param quantity Quantity from now on, whatever it was before.
    /// @param ref Request reference.
    event PickUpApproved(uint256 indexed holdId, uint72 quantity, bytes32 ref);
    /// @notice The contract that holds a receipt lets its goods be replaced.
    /// @param holdId Hold.
    /// @param order EIP-712 digest of the `Replacement`; zero for none any more.
    /// @param ref Request reference.
    event ReplacementApproved(uint256 indexed holdId, bytes32 order, bytes32 ref);
    /// @notice A member's order nonce was used up. Nonces of orders are not those of acceptances.
    /// @param member Member id.
    /// @param nonce Bitmap nonce.
    /// @param ref Request reference.
    event OrderNonceSpent(uint32 indexed member, uint256 nonce, bytes32 ref);

    /// @notice A receipt without terms.
    /// @param lot Lot id.
    error ReceiptsNoTerms(uint32 lot);
    /// @notice A nonce of orders that was used.
    /// @param member Member id.
    /// @param nonce Bitmap nonce.
    error ReceiptsNonceUsed(uint32 member, uint256 nonce);
    /// @notice The hold is on another receipt, or ended.
    /// @param holdId Hold.
    /// @param token Receipt that it is on; 0 where it ended.
    /// @param stated Receipt that the order names.
    error ReceiptsOtherHold(uint256 holdId, uint256 token, uint256 stated);
    /// @notice More than the contract that holds it approved.
    /// @param holdId Hold.
    /// @param approved Quantity that it approved.
    /// @param asked Quantity asked for.
    error ReceiptsNotApproved(uint256 holdId, uint72 approved, uint72 asked);
    /// @notice Another replacement than the one that was approved.
    /// @param holdId Hold.
    /// @param approved Digest that was approved.
    /// @param asked Digest of the order.
    error ReceiptsOtherReplacement(uint256 holdId, bytes32 approved, bytes32 asked);
    /// @notice Goods of the same lot, or of another unit, replace nothing.
    /// @param lot Lot of the old goods.
    /// @param newLot Lot of the new goods.
    error ReceiptsNoReplacement(uint32 lot, uint32 newLot);

    // --- verbs of custodians

    /// @notice Issues a receipt over goods that were measured. By the lot's custodian.
    /// Errors: SplitTokenToDebtor, SplitTokenZeroValue, ReceiptsNoTerms, SplitTokenClosed after storage ended,
    /// those of `IWarehouses.putUnderReceipt`.
    /// @param lot Lot id.
    /// @param depositor Member that deposited the goods, a supplier.
    /// @param quantity Quantity.
    /// @param terms Digest of the terms (Civil Code art. 909).
    /// @param ref Request reference.
    /// @return id Token id.
    function issue(
        uint32 lot,
        uint32 depositor,
        uint72 quantity,
        bytes32 terms,
        bytes32 ref
    ) external returns (uint256 id);
    /// @notice Lets goods out. By the custodian, with the holder's signature. Possible after storage ended.
    /// Errors: SplitTokenUnknown, SplitTokenFrozen, SplitTokenFinanced, SplitTokenZeroValue, SplitTokenExceedsFree,
    /// ReceiptsNonceUsed, ReceiptsOtherHold, SplitTokenExceedsHold, ReceiptsNotApproved, those of
    /// `IMembers.requireSignature` and `IWarehouses.letOut`.
    /// @param order The holder's order.
    /// @param signer Account of the holder that signed it.
    /// @param signature Its signature.
    /// @param ref Request reference.
    function pickUp(PickUp calldata order, address signer, bytes calldata signature, bytes32 ref) external;
    /// @notice Ends a receipt while the goods stay. By the custodian, with the holder's signature.
    /// Errors: as `pickUp`, but for holds; those of `IWarehouses.takeFromReceipt`.
    /// @param order The holder's order.
    /// @param signer Account of the holder that signed it.
    /// @param signature Its signature.
    /// @param ref Request reference.
    function cancel(Cancellation calldata order, address signer, bytes calldata signature, bytes32 ref) external;
    /// @notice Replaces goods: the new ones are under receipt before the old ones are free, or nothing happens. By the
    /// custodian of both, with the holder's signature.
    /// Errors: as `pickUp` and `issue`; ReceiptsNoReplacement, ReceiptsOtherReplacement.
    /// @param order The holder's order.
    /// @param signer Account of the holder that signed it.
    /// @param signature Its signature.
    /// @param ref Request reference.
    /// @return newToken Receipt over the new goods.
    /// @return newHold Hold on it; 0 for none.
    function replace(
        Replacement calldata order,
        address signer,
        bytes calldata signature,
        bytes32 ref
    ) external returns (uint256 newToken, uint256 newHold);

    // --- verbs of holders

    /// @notice Makes an order under this nonce void. Errors: ReceiptsNonceUsed.
    /// @param nonce Bitmap nonce of the caller's member.
    /// @param ref Request reference.
    function cancelOrder(uint256 nonce, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants); the last two by the contract that holds

    /// @notice Ends or reopens the circulation of a lot's receipts. Only `Warehouses`.
    /// @param lot Lot id.
    /// @param short Whether the lot is short.
    /// @param ref Request reference.
    /// @return serials Serials given out so far.
    function setShort(uint32 lot, bool short, bytes32 ref) external returns (uint32 serials);
    /// @notice Lets so much of a held receipt be picked up, instead of what was approved before.
    /// Errors: SplitTokenUnknownHold, SplitTokenNotCommitter, SplitTokenExceedsHold.
    /// @param holdId Hold.
    /// @param quantity Quantity.
    /// @param ref Request reference.
    function approvePickUp(uint256 holdId, uint72 quantity, bytes32 ref) external;
    /// @notice Lets the goods of a held receipt be replaced by one order.
    /// Errors: SplitTokenUnknownHold, SplitTokenNotCommitter.
    /// @param holdId Hold.
    /// @param order EIP-712 digest of the `Replacement`; zero for none any more.
    /// @param ref Request reference.
    function approveReplacement(uint256 holdId, bytes32 order, bytes32 ref) external;

    // --- views

    /// @notice Digest of the terms that a receipt was issued under. Reverts for an unknown one.
    /// @param id Token id.
    function termsOf(uint256 id) external view returns (bytes32);
    /// @notice What may be picked up of a held receipt.
    /// @param holdId Hold.
    /// @return quantity Quantity.
    /// @return replacement Digest of the replacement; zero for none.
    function approvalOf(uint256 holdId) external view returns (uint72 quantity, bytes32 replacement);
    /// @notice Whether a member's nonce of orders was used.
    /// @param member Member id.
    /// @param nonce Bitmap nonce.
    function isOrderNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
