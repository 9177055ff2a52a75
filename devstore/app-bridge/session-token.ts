import type { AdminLink } from "./admin-link";

/** A token is renewed when it has fewer than this many milliseconds left. */
const MARGIN_MS = 5_000;

/** Hands out session tokens: the one in hand while it is good, a new one from the frame otherwise. */
export interface TokenSource {
  idToken(): Promise<string>;
  /** Throws away the one in hand: the app said it is no longer good. */
  forget(): void;
}

/** Opens a token source on the line to the frame. */
export function createTokenSource(link: AdminLink): TokenSource {
  let token = "";
  let goodUntil = 0;
  return {
    async idToken() {
      if (Date.now() < goodUntil - MARGIN_MS) return token;
      token = String(await link.ask("id-token"));
      goodUntil = expiryOf(token);
      return token;
    },
    forget() {
      goodUntil = 0;
    },
  };
}

function expiryOf(token: string): number {
  const claims: unknown = JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
  return typeof claims === "object" && claims && "exp" in claims ? Number(claims.exp) * 1000 : 0;
}
