-- DropForeignKey
ALTER TABLE "reward" DROP CONSTRAINT "reward_shop_id_pool_id_position_fkey";

-- DropIndex
DROP INDEX "engagement_shop_id_fact_key_key";

-- DropIndex
DROP INDEX "engagement_shop_id_received_at_id_idx";

-- DropIndex
DROP INDEX "engagement_alias_shop_id_engagement_id_idx";

-- DropIndex
DROP INDEX "engagement_decision_shop_id_decided_at_id_idx";

-- DropIndex
DROP INDEX "engagement_decision_shop_id_engagement_id_decided_at_idx";

-- DropIndex
DROP INDEX "message_shop_id_reward_id_kind_number_key";

-- DropIndex
DROP INDEX "reward_shop_id_code_taken_at_id_idx";

-- DropIndex
DROP INDEX "reward_shop_id_coupon_id_state_send_at_idx";

-- DropIndex
DROP INDEX "reward_shop_id_pool_id_position_key";

-- DropIndex
DROP INDEX "reward_shop_id_shopper_id_idx";

-- DropIndex
DROP INDEX "shopper_identity_shop_id_kind_keyed_hash_key";

-- DropIndex
DROP INDEX "shopper_identity_shop_id_shopper_id_idx";

-- CreateIndex
CREATE INDEX "engagement_shop_id_received_at_id_idx" ON "engagement"("shop_id", "received_at" DESC, "id") WHERE (merged_into_id is null);

-- CreateIndex
CREATE UNIQUE INDEX "engagement_fact_key_shop_id_key" ON "engagement"("fact_key", "shop_id");

-- CreateIndex
CREATE INDEX "engagement_alias_engagement_id_shop_id_idx" ON "engagement_alias"("engagement_id", "shop_id");

-- CreateIndex
CREATE INDEX "engagement_decision_engagement_id_decided_at_shop_id_idx" ON "engagement_decision"("engagement_id", "decided_at", "shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_reward_id_kind_number_shop_id_key" ON "message"("reward_id", "kind", "number", "shop_id");

-- CreateIndex
CREATE INDEX "reward_engagement_id_shop_id_idx" ON "reward"("engagement_id", "shop_id");

-- CreateIndex
CREATE INDEX "reward_coupon_id_state_send_at_shop_id_idx" ON "reward"("coupon_id", "state", "send_at", "shop_id");

-- CreateIndex
CREATE INDEX "reward_shop_id_code_taken_at_id_idx" ON "reward"("shop_id", "code_taken_at" DESC, "id") WHERE (code_taken_at is not null);

-- CreateIndex
CREATE INDEX "reward_coupon_id_code_taken_at_id_idx" ON "reward"("coupon_id", "code_taken_at" DESC, "id") WHERE (code_taken_at is not null);

-- CreateIndex
CREATE INDEX "reward_shopper_id_shop_id_idx" ON "reward"("shopper_id", "shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "reward_pool_id_position_shop_id_key" ON "reward"("pool_id", "position", "shop_id");

-- CreateIndex
CREATE INDEX "shopper_identity_shopper_id_shop_id_idx" ON "shopper_identity"("shopper_id", "shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "shopper_identity_keyed_hash_kind_shop_id_key" ON "shopper_identity"("keyed_hash", "kind", "shop_id");

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_pool_id_position_shop_id_fkey" FOREIGN KEY ("pool_id", "position", "shop_id") REFERENCES "code"("pool_id", "position", "shop_id") ON DELETE RESTRICT ON UPDATE CASCADE;
