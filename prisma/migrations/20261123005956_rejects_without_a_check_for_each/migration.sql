-- DropForeignKey
ALTER TABLE "code_reject" DROP CONSTRAINT "code_reject_shop_id_fkey";

-- DropForeignKey
ALTER TABLE "code_reject" DROP CONSTRAINT "code_reject_shop_id_pool_id_fkey";

-- The same rules, checked once for each statement, as for codes.
CREATE TRIGGER "code_reject_has_pool" AFTER INSERT ON "code_reject" REFERENCING NEW TABLE AS "fresh"
  FOR EACH STATEMENT EXECUTE FUNCTION "require_pools_of_codes"();

CREATE FUNCTION "delete_rejects_of_pools"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "code_reject" r USING "gone" g WHERE r."pool_id" = g."id" AND r."shop_id" = g."shop_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "code_reject_goes_with_pool" AFTER DELETE ON "code_pool" REFERENCING OLD TABLE AS "gone"
  FOR EACH STATEMENT EXECUTE FUNCTION "delete_rejects_of_pools"();

CREATE TRIGGER "code_reject_stays_in_pool" BEFORE UPDATE OF "shop_id", "pool_id" ON "code_reject"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
