-- CreateEnum
CREATE TYPE "when_empty" AS ENUM ('wait', 'fallback');

-- CreateEnum
CREATE TYPE "codes_level" AS ENUM ('enough', 'low', 'empty');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'codes_reminder';

-- AlterTable
ALTER TABLE "coupon" ADD COLUMN     "codes_level" "codes_level" NOT NULL DEFAULT 'enough',
ADD COLUMN     "fallback_code" TEXT,
ADD COLUMN     "low_codes_at" INTEGER,
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_emails" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "when_empty" "when_empty" NOT NULL DEFAULT 'wait';

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "reminder_id" UUID,
ALTER COLUMN "reward_id" DROP NOT NULL;

-- Byte order, whatever the database's is: what begins with some letters is one stretch of an index.
ALTER TABLE "reward" ADD COLUMN     "code_key" TEXT COLLATE "C";
ALTER TABLE "shopper_identity" ALTER COLUMN "value" TYPE TEXT COLLATE "C";
UPDATE "reward" r SET "code_key" = coalesce(
    (SELECT c."code_key" FROM "code" c WHERE c."pool_id" = r."pool_id" AND c."position" = r."position" AND c."shop_id" = r."shop_id"),
    upper(normalize(r."static_code")))
  WHERE r."code_taken_at" IS NOT NULL;

-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "email" TEXT;

-- CreateTable
CREATE TABLE "code_reject" (
    "shop_id" INTEGER NOT NULL,
    "pool_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "code_reject_pkey" PRIMARY KEY ("pool_id","line","shop_id")
);

-- CreateTable
CREATE TABLE "codes_reminder" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "level" "codes_level" NOT NULL,
    "codes_left" INTEGER NOT NULL,
    "promised" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "given_in_14_days" INTEGER NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codes_reminder_pkey" PRIMARY KEY ("id","shop_id")
);

-- CreateTable
CREATE TABLE "redemption" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT,
    "coupon_id" UUID NOT NULL,
    "reward_id" UUID,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "order_value" DECIMAL(18,2) NOT NULL,
    "refunded" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "redeemed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "redemption_pkey" PRIMARY KEY ("id","shop_id")
);

-- CreateTable
CREATE TABLE "coupon_revenue" (
    "shop_id" INTEGER NOT NULL,
    "coupon_id" UUID NOT NULL,
    "redeemed" INTEGER NOT NULL DEFAULT 0,
    "revenue" DECIMAL(18,2) NOT NULL DEFAULT 0,

    CONSTRAINT "coupon_revenue_pkey" PRIMARY KEY ("shop_id","coupon_id")
);

-- CreateTable
CREATE TABLE "order_refund" (
    "shop_id" INTEGER NOT NULL,
    "refund_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "refunded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_refund_pkey" PRIMARY KEY ("refund_id","shop_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "codes_reminder_coupon_id_number_shop_id_key" ON "codes_reminder"("coupon_id", "number", "shop_id");

-- CreateIndex
CREATE INDEX "redemption_reward_id_shop_id_idx" ON "redemption"("reward_id", "shop_id");

-- CreateIndex
CREATE INDEX "redemption_coupon_id_redeemed_at_shop_id_idx" ON "redemption"("coupon_id", "redeemed_at" DESC, "shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "redemption_order_id_code_key_shop_id_key" ON "redemption"("order_id", "code_key", "shop_id");

-- CreateIndex
CREATE INDEX "order_refund_order_id_shop_id_idx" ON "order_refund"("order_id", "shop_id");

-- CreateIndex
CREATE INDEX "engagement_decision_promised" ON "engagement_decision"("shop_id", "decided_at" DESC, "id") WHERE (outcome = 'promised');

-- CreateIndex
CREATE INDEX "engagement_decision_waiting" ON "engagement_decision"("shop_id", "decided_at" DESC, "id") WHERE (outcome = 'waiting');

-- CreateIndex
CREATE INDEX "engagement_decision_not_rewarded" ON "engagement_decision"("shop_id", "decided_at" DESC, "id") WHERE (outcome = 'not_rewarded');

-- CreateIndex
CREATE UNIQUE INDEX "message_reminder_id_number_shop_id_key" ON "message"("reminder_id", "number", "shop_id");

-- CreateIndex
CREATE INDEX "reward_in_trouble" ON "reward"("shop_id", "code_taken_at" DESC, "id") WHERE (state = 'sending' or state = 'failed' or state = 'parked');

-- CreateIndex
CREATE INDEX "reward_code_key" ON "reward"("shop_id", "code_key", "id") WHERE (code_key is not null);

-- CreateIndex
CREATE INDEX "reward_recipient_id_code_taken_at_id_idx" ON "reward"("recipient_id", "code_taken_at" DESC, "id");

-- CreateIndex
CREATE INDEX "shopper_identity_address" ON "shopper_identity"("shop_id", "value") WHERE (value is not null and kind <> 'shopify_customer');

-- AddForeignKey
ALTER TABLE "code_reject" ADD CONSTRAINT "code_reject_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_reject" ADD CONSTRAINT "code_reject_shop_id_pool_id_fkey" FOREIGN KEY ("shop_id", "pool_id") REFERENCES "code_pool"("shop_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_shop_id_reminder_id_fkey" FOREIGN KEY ("shop_id", "reminder_id") REFERENCES "codes_reminder"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes_reminder" ADD CONSTRAINT "codes_reminder_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes_reminder" ADD CONSTRAINT "codes_reminder_shop_id_coupon_id_fkey" FOREIGN KEY ("shop_id", "coupon_id") REFERENCES "coupon"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redemption" ADD CONSTRAINT "redemption_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redemption" ADD CONSTRAINT "redemption_shop_id_coupon_id_fkey" FOREIGN KEY ("shop_id", "coupon_id") REFERENCES "coupon"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redemption" ADD CONSTRAINT "redemption_shop_id_reward_id_fkey" FOREIGN KEY ("shop_id", "reward_id") REFERENCES "reward"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_revenue" ADD CONSTRAINT "coupon_revenue_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_revenue" ADD CONSTRAINT "coupon_revenue_shop_id_coupon_id_fkey" FOREIGN KEY ("shop_id", "coupon_id") REFERENCES "coupon"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_refund" ADD CONSTRAINT "order_refund_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "reward" ADD CONSTRAINT "reward_key_of_its_code" CHECK (("code_key" IS NOT NULL) = ("code_taken_at" IS NOT NULL));
ALTER TABLE "message" ADD CONSTRAINT "message_about_one_thing" CHECK (num_nonnulls("reward_id", "reminder_id") = 1);
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_fallback_has_code" CHECK ("state" IN ('draft', 'deleted') OR ("when_empty" = 'fallback') = ("fallback_code" IS NOT NULL));
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_reminder_for_codes" CHECK ("low_codes_at" IS NULL OR "low_codes_at" >= 1);
ALTER TABLE "codes_reminder" ADD CONSTRAINT "codes_reminder_has_cause" CHECK ("level" <> 'enough');
