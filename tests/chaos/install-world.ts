import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { hashDomain, hashEmail, readEmail } from "~/engagements/shopper-identity";
import { createCipher } from "~/platform/encryption";
import type { CouponPlan, CouponRef, ShopPlan, World } from "./world/world";

/** The installation's key in every run. */
export const ENCRYPTION_KEY = Buffer.alloc(32, 11).toString("base64");

/** An upload that has to happen during the run. */
export interface PlannedImport {
  shop: number;
  shopId: number;
  couponId: string;
  lines: string[];
}

const TRIGGERS: Record<CouponRef, string> = {
  order: "order",
  review: "review",
  photo: "photo_review",
  answer: "answer",
};
const DAY_MS = 86_400_000;
const WORDS = "{{ coupon.description }} {{ coupon.code }}";
const cipher = createCipher(ENCRYPTION_KEY);

/** Writes shops, connections, block lists, coupons, codes and thank-you emails into a migrated database. */
export async function installWorld(client: pg.Client, world: World, startedAt: Date): Promise<PlannedImport[]> {
  const imports: PlannedImport[] = [];
  for (const shop of world.shops) {
    const longAgo = new Date(startedAt.getTime() - 60 * DAY_MS);
    const shopId = await installShop(client, shop, longAgo);
    for (const coupon of shop.coupons) {
      // Half a week old: what happened before earns nothing from it.
      const couponId = await installCoupon(client, shopId, coupon, new Date(startedAt.getTime() - 3.5 * DAY_MS));
      const { codes } = coupon;
      if (codes.kind === "import") imports.push({ shop: shop.number, shopId, couponId, lines: codes.lines });
    }
  }
  return imports;
}

async function installShop(client: pg.Client, shop: ShopPlan, at: Date): Promise<number> {
  const identityKey = `identity key of shop ${shop.number}`;
  const { rows } = await client.query<{ id: number }>(
    `insert into shop (domain, name, time_zone, currency, locale, identity_key, granted_at, hold_seconds,
       thank_you_email_since, order_audience)
     values ($1, $2, 'Europe/Berlin', 'EUR', 'en', $3, $4, 0, $4, $5) returning id`,
    [shop.domain, shop.name, cipher.encrypt(identityKey), at, shop.wantsConsent ? "accepts_marketing" : "everyone"],
  );
  const shopId = rows[0]?.id ?? 0;
  for (const source of ["judgeme", "events"] as const) {
    const { token, secret } = shop.hooks[source];
    const tokenHash = createHash("sha256").update(token).digest("hex");
    await client.query(
      `insert into source_connection (shop_id, source, token_hash, token, secret, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [shopId, source, tokenHash, cipher.encrypt(token), cipher.encrypt(secret), at],
    );
  }
  await installBlockList(client, { shopId, identityKey, blocked: shop.blocked }, at);
  await client.query(
    `insert into thank_you_email (shop_id, version, subject, body, html_template, text_template, created_at)
     values ($1, 1, 'Thank you', $2, $3, $2, $4)`,
    [shopId, WORDS, `<p>${WORDS}</p>`, at],
  );
  return shopId;
}

async function installBlockList(
  client: pg.Client,
  { shopId, identityKey, blocked }: { shopId: number; identityKey: string; blocked: string[] },
  at: Date,
): Promise<void> {
  const rows = blocked.map((entry) => {
    const email = readEmail(entry);
    return {
      kind: email ? "email" : "domain",
      hash: email ? hashEmail(identityKey, email) : hashDomain(identityKey, entry),
    };
  });
  await client.query(
    `insert into blocked_address (shop_id, kind, keyed_hash, label, created_at)
     select $1, kind::blocked_kind, hash, 'blocked', $4 from unnest($2::text[], $3::text[]) as entry(kind, hash)`,
    [shopId, rows.map(({ kind }) => kind), rows.map(({ hash }) => hash), at],
  );
}

async function installCoupon(client: pg.Client, shopId: number, coupon: CouponPlan, at: Date): Promise<string> {
  const { ref, limitPerShopper, budget, codes } = coupon;
  const id = randomUUID();
  const [codeType, staticCode] = codes.kind === "static" ? ["static", codes.code] : ["dynamic", null];
  await client.query(
    `insert into coupon (shop_id, id, state, trigger, description, limit_per_shopper, budget, code_type, static_code,
       created_at, activated_at)
     values ($1, $2, 'active', $3, $4, $5, $6, $7, $8, $9, $9)`,
    [shopId, id, TRIGGERS[ref], `For your ${ref}:`, limitPerShopper, budget, codeType, staticCode, at],
  );
  if (codes.kind !== "pools") return id;
  for (const [index, pool] of codes.pools.entries()) {
    const poolId = randomUUID();
    await client.query(
      `insert into code_pool (shop_id, id, coupon_id, number, state, size, file_name, report, created_at, published_at)
       values ($1, $2, $3, $4, 'open', $5, 'codes.csv', '{}', $6, $6)`,
      [shopId, poolId, id, index + 1, pool.length, at],
    );
    await client.query(
      `insert into code (shop_id, pool_id, position, code, code_key)
       select $1, $2, position, code, upper(code) from unnest($3::text[]) with ordinality as row(code, position)`,
      [shopId, poolId, pool],
    );
  }
  return id;
}
