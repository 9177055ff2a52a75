import { Session } from "@shopify/shopify-api";
import type { Application } from "~/platform/application";
import type { ShopifySession } from "~/platform/generated/client";

/** Lifetime given to an offline token whose grant states none, in milliseconds: Shopify's documented hour. */
const DEFAULT_LIFETIME_MS = 60 * 60 * 1000;

/** Keeps Shopify's sessions in the database with their tokens sealed; the shape is the library's `SessionStorage`. */
export function createSessionStorage({ db, cipher, now }: Pick<Application, "db" | "cipher" | "now">) {
  const opened = (row: ShopifySession) => toSession(row, (sealed) => cipher.decrypt(sealed));
  return {
    /** A grant without an end gets one (it would never be refreshed), and one without a refresh token keeps the old. */
    async storeSession(session: Session): Promise<boolean> {
      const expiresAt = session.expires ?? (session.isOnline ? null : new Date(now().getTime() + DEFAULT_LIFETIME_MS));
      const row = {
        shopDomain: session.shop,
        state: session.state,
        isOnline: session.isOnline,
        scope: session.scope ?? null,
        expiresAt,
        accessToken: cipher.encrypt(session.accessToken ?? ""),
        ...(session.refreshToken && { refreshToken: cipher.encrypt(session.refreshToken) }),
        ...(session.refreshTokenExpires && { refreshTokenExpiresAt: session.refreshTokenExpires }),
      };
      await db.shopifySession.upsert({ where: { id: session.id }, create: { id: session.id, ...row }, update: row });
      return true;
    },
    async loadSession(id: string): Promise<Session | undefined> {
      const row = await db.shopifySession.findUnique({ where: { id } });
      return row ? opened(row) : undefined;
    },
    async deleteSession(id: string): Promise<boolean> {
      await db.shopifySession.deleteMany({ where: { id } });
      return true;
    },
    async deleteSessions(ids: string[]): Promise<boolean> {
      await db.shopifySession.deleteMany({ where: { id: { in: ids } } });
      return true;
    },
    async findSessionsByShop(shop: string): Promise<Session[]> {
      return (await db.shopifySession.findMany({ where: { shopDomain: shop } })).map(opened);
    },
  };
}

function toSession(row: ShopifySession, open: (sealed: string) => string): Session {
  return new Session({
    id: row.id,
    shop: row.shopDomain,
    state: row.state,
    isOnline: row.isOnline,
    accessToken: open(row.accessToken),
    ...(row.scope !== null && { scope: row.scope }),
    ...(row.expiresAt && { expires: row.expiresAt }),
    ...(row.refreshToken && { refreshToken: open(row.refreshToken) }),
    ...(row.refreshTokenExpiresAt && { refreshTokenExpires: row.refreshTokenExpiresAt }),
  });
}
