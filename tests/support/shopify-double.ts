import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { SignJWT } from "jose";
import { testSettings } from "./test-env";

/** A local server that gives out tokens and shop details like Shopify, and counts. */
export interface ShopifyDouble {
  origin: string;
  /** Grants so far, in order. */
  grants: ("exchange" | "refresh")[];
  /** Fields left out of the next grants. */
  leaveOut: Set<string>;
  close(): Promise<void>;
}

/** Starts the double; each grant takes `delayMs`, so that parallel askers overlap. */
export async function startShopifyDouble(delayMs = 50): Promise<ShopifyDouble> {
  const grants: ShopifyDouble["grants"] = [];
  const leaveOut = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString() || "{}");
    const answer = (value: unknown) =>
      response.writeHead(200, { "content-type": "application/json", connection: "close" }).end(JSON.stringify(value));
    if (request.url?.endsWith("/graphql.json")) return answer({ data: { shop: shopDetails } });
    grants.push(body.grant_type === "refresh_token" ? "refresh" : "exchange");
    setTimeout(() => answer(grant(grants.length, leaveOut)), delayMs);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
    // The connections' handles leave the process's list only after a turn with a timer.
    await pause(1);
  };
  return { origin, grants, leaveOut, close };
}

/** A session token as App Bridge would hand out for this shop's admin, good for a minute. */
export async function sessionTokenFor(domain: string): Promise<string> {
  return await new SignJWT({
    iss: `https://${domain}/admin`,
    dest: `https://${domain}`,
    aud: testSettings.SHOPIFY_API_KEY,
    sub: "42",
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setNotBefore("0s")
    .setJti(randomUUID())
    .setExpirationTime("60s")
    .sign(new TextEncoder().encode(testSettings.SHOPIFY_API_SECRET));
}

const shopDetails = {
  name: "Double Store",
  contactEmail: "owner@example.com",
  ianaTimezone: "Europe/Berlin",
  currencyCode: "EUR",
  shopAddress: { countryCodeV2: "AT" },
  primaryDomain: { localization: { defaultLocale: "de" } },
};

function grant(number: number, leaveOut: Set<string>): object {
  const full = {
    access_token: `access-${number}`,
    scope: "read_orders,read_customers",
    expires_in: 3600,
    refresh_token: `refresh-${number}`,
    refresh_token_expires_in: 7_776_000,
  };
  return Object.fromEntries(Object.entries(full).filter(([field]) => !leaveOut.has(field)));
}
