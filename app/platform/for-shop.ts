import type { Prisma, PrismaClient } from "./generated/client";

/** Models that are not a shop's own. */
const SHARED_MODELS = new Set<string>(["Shop", "ShopifySession", "ShopifyTokenLease", "MailBatch", "MailPace"]);

/**
 * The people's door to the database: every query on a shop's tables gets the shop's id into its `where` and its data,
 * whatever the caller wrote, so that another shop's row does not exist here. Shared tables and raw SQL are refused.
 */
export function forShop(db: PrismaClient, shopId: number) {
  return db.$extends({
    name: "for-shop",
    client: { shopId },
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (SHARED_MODELS.has(model)) throw new Error(`${model} is not a shop's own table`);
          return query(scoped(operation, args as Arguments, shopId) as typeof args);
        },
      },
      $allOperations({ model, operation, args, query }) {
        if (!model) throw new Error(`${operation} cannot be kept to one shop`);
        return query(args);
      },
    },
  });
}

/** The database as one shop sees it; `shopId` says which. */
export type ShopDatabase = ReturnType<typeof forShop>;

interface Arguments {
  where?: Prisma.JsonObject;
  data?: unknown;
  create?: Prisma.JsonObject;
}

function scoped(operation: string, args: Arguments, shopId: number): Arguments {
  const owned = (row: unknown) => ({ ...(row as object), shopId });
  if (operation === "create") return { ...args, data: owned(args.data) };
  if (operation.startsWith("createMany")) {
    return { ...args, data: Array.isArray(args.data) ? args.data.map(owned) : owned(args.data) };
  }
  const where = { ...args.where, shopId };
  if (operation === "upsert") return { ...args, where, create: owned(args.create) as Prisma.JsonObject };
  return { ...args, where };
}
