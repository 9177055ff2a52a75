import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Seals text for storage and opens it again. */
export interface Cipher {
  encrypt(plain: string): string;
  /** Throws when the value was sealed with another key or changed since. */
  decrypt(sealed: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a random 96-bit nonce per value (NIST SP 800-38D), as "v1.<base64url of nonce, tag, text>".
 * `keyBase64` holds exactly 32 bytes.
 */
export function createCipher(keyBase64: string): Cipher {
  const key = Buffer.from(keyBase64, "base64");
  return {
    encrypt(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
    },
    decrypt(sealed) {
      if (!sealed.startsWith("v1.")) throw new Error("not a sealed value");
      const bytes = Buffer.from(sealed.slice(3), "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)).toString("utf8") + decipher.final("utf8");
    },
  };
}
