-- CreateTable
CREATE TABLE "code_taking" (
    "shop_id" INTEGER NOT NULL,
    "pool_id" UUID NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "code_taking_pkey" PRIMARY KEY ("pool_id","first","shop_id")
);

-- AddForeignKey
ALTER TABLE "code_taking" ADD CONSTRAINT "code_taking_shop_id_pool_id_fkey" FOREIGN KEY ("shop_id", "pool_id") REFERENCES "code_pool"("shop_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A pool that has no codes left is closed, as the taking that empties it does from now on.
INSERT INTO "code_taking" ("shop_id", "pool_id", "first", "last")
  SELECT "shop_id", "id", 1, "next_position" - 1 FROM "code_pool" WHERE "next_position" > 1;
UPDATE "code_pool" SET "state" = 'closed' WHERE "state" = 'open' AND "next_position" > "size";
ALTER TABLE "code_taking" ADD CONSTRAINT "code_taking_in_order" CHECK ("first" BETWEEN 1 AND "last");

-- How many codes of a pool are taken. Volatile on purpose: such a function sees what was committed when it is called, not when
-- the statement that calls it began. So a taker that waited for the pool's lock sees what the taker before it took.
-- In SQL on purpose: PL/pgSQL would keep a plan that was made when the table was empty, and read all of it.
CREATE FUNCTION "codes_taken"("pool" UUID) RETURNS INTEGER LANGUAGE sql VOLATILE AS $$
  SELECT coalesce((SELECT t."last" FROM "code_taking" t WHERE t."pool_id" = "pool" ORDER BY t."first" DESC LIMIT 1), 0)
$$;
