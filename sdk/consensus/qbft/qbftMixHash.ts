/** Mix hash of every QBFT block: ASCII of "ctical byzantine fault tolerance", as engines of Istanbul's family write it. */
export const qbftMixHash = "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";
