import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes, base64url: 43 characters that are safe in a URL path. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Lower-case hex SHA-256. */
export function sha256Hex(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}
