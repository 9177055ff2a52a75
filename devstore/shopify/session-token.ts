import { randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import type { DevstoreSettings } from "../devstore-settings";

type Party = Pick<DevstoreSettings, "apiKey" | "apiSecret" | "shop">;

/**
 * Makes the session token App Bridge hands to an embedded app: a JWT signed with the app's secret (HS256),
 * good for 60 seconds. Claims as in shopify.dev/docs/apps/build/authentication-authorization/session-tokens.
 */
export async function mintSessionToken({ apiKey, apiSecret, shop }: Party, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return await new SignJWT({
    iss: `https://${shop.domain}/admin`,
    dest: `https://${shop.domain}`,
    aud: apiKey,
    sub: "42",
    jti: randomUUID(),
    sid: randomUUID(),
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + 60)
    .sign(new TextEncoder().encode(apiSecret));
}

/** Says whether a session token was made for this app and this shop and is still good. */
export async function isSessionToken({ apiKey, apiSecret, shop }: Party, token: string, now: Date): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(apiSecret), {
      algorithms: ["HS256"],
      audience: apiKey,
      issuer: `https://${shop.domain}/admin`,
      currentDate: now,
      clockTolerance: 5,
    });
    return payload.dest === `https://${shop.domain}`;
  } catch {
    return false;
  }
}
