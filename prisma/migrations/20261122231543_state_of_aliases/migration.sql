-- AlterTable
ALTER TABLE "engagement_alias" ADD COLUMN     "accepts_marketing" BOOLEAN,
ADD COLUMN     "is_imported" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_test" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "media_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "media_since" TIMESTAMPTZ(3),
ADD COLUMN     "publication" "publication" NOT NULL DEFAULT 'unknown',
ADD COLUMN     "rating" INTEGER,
ADD COLUMN     "recipient_id" UUID,
ADD COLUMN     "verification" "verification" NOT NULL DEFAULT 'unknown';

-- CreateIndex
CREATE INDEX "engagement_parts" ON "engagement"("merged_into_id", "shop_id") WHERE (merged_into_id is not null and kind <> 'media');

-- AddForeignKey
ALTER TABLE "engagement_alias" ADD CONSTRAINT "engagement_alias_shop_id_recipient_id_fkey" FOREIGN KEY ("shop_id", "recipient_id") REFERENCES "shopper_identity"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What was kept of a fact alone is from here on what each of its names last told.
UPDATE "engagement_alias" AS alias
SET "rating" = fact."rating", "media_count" = fact."media_count", "media_since" = fact."media_since",
    "verification" = fact."verification", "publication" = fact."publication", "accepts_marketing" = fact."accepts_marketing",
    "is_test" = fact."is_test", "is_imported" = fact."is_imported", "recipient_id" = fact."recipient_id"
FROM "engagement" AS fact
WHERE fact."shop_id" = alias."shop_id" AND fact."id" = alias."engagement_id"
  AND split_part(alias."alias_key", ':', 2) = fact."kind"::text;

UPDATE "engagement_alias" AS alias
SET "media_count" = 1, "media_since" = COALESCE(fact."media_since", alias."received_at")
FROM "engagement" AS fact
WHERE fact."shop_id" = alias."shop_id" AND fact."id" = alias."engagement_id"
  AND split_part(alias."alias_key", ':', 2) = 'media' AND alias."deleted_at" IS NULL;
