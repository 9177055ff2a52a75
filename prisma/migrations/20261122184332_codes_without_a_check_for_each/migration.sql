-- DropForeignKey
ALTER TABLE "code" DROP CONSTRAINT "code_shop_id_pool_id_fkey";


-- The same rule, checked once for each statement. An upload stores thousands of codes of one pool with a statement, and a foreign
-- key looked its pool up for each of them, which took a third of the upload's time.
CREATE FUNCTION "require_pools_of_codes"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  wanted RECORD;
BEGIN
  FOR wanted IN SELECT DISTINCT "shop_id", "pool_id" FROM "fresh" LOOP
    -- As a foreign key does: the pool cannot be deleted before this transaction ends.
    PERFORM FROM "code_pool" p WHERE p."shop_id" = wanted."shop_id" AND p."id" = wanted."pool_id" FOR KEY SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Shop % has no pool % that could have codes.', wanted."shop_id", wanted."pool_id"
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "code_has_pool" AFTER INSERT ON "code" REFERENCING NEW TABLE AS "fresh"
  FOR EACH STATEMENT EXECUTE FUNCTION "require_pools_of_codes"();

CREATE FUNCTION "delete_codes_of_pools"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "code" c USING "gone" g WHERE c."pool_id" = g."id" AND c."shop_id" = g."shop_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "code_goes_with_pool" AFTER DELETE ON "code_pool" REFERENCING OLD TABLE AS "gone"
  FOR EACH STATEMENT EXECUTE FUNCTION "delete_codes_of_pools"();

CREATE FUNCTION "refuse_change"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A % never changes this.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "code_stays_in_pool" BEFORE UPDATE OF "shop_id", "pool_id" ON "code"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "code_pool_keeps_id" BEFORE UPDATE OF "shop_id", "id" ON "code_pool"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
