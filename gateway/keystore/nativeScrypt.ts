import { scrypt as nodeScrypt } from "node:crypto";
import { promisify } from "node:util";
import { getBytes, scrypt } from "ethers";

const derive = promisify<Uint8Array, Uint8Array, number, object, Buffer>(nodeScrypt);

/**
 * Has ethers derive keystores' keys by Node's scrypt, on a thread of its own. In JavaScript on the thread that answers
 * requests, one key stops everybody for a second.
 */
export function nativeScrypt(): void {
  scrypt.register((passphrase, salt, N, r, p, length) => {
    // 128 * N * r is what scrypt needs; Node asks for a limit, which is a little above it.
    const maxmem = 128 * N * r + 1024 * 1024 * (p + 1);
    return derive(getBytes(passphrase), getBytes(salt), length, { N, r, p, maxmem });
  });
}
