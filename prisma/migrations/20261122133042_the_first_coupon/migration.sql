-- CreateEnum
CREATE TYPE "order_audience" AS ENUM ('everyone', 'accepts_marketing');

-- CreateEnum
CREATE TYPE "blocked_kind" AS ENUM ('email', 'domain');

-- CreateEnum
CREATE TYPE "source" AS ENUM ('shopify', 'judgeme', 'events');

-- CreateEnum
CREATE TYPE "inbox_state" AS ENUM ('waiting', 'read', 'ignored', 'unreadable', 'failed');

-- CreateEnum
CREATE TYPE "identity_kind" AS ENUM ('email', 'email_spelling', 'shopify_customer');

-- CreateEnum
CREATE TYPE "engagement_kind" AS ENUM ('review', 'order', 'answer', 'share', 'media', 'question', 'profile_view');

-- CreateEnum
CREATE TYPE "verification" AS ENUM ('buyer', 'reviewer', 'no', 'unknown');

-- CreateEnum
CREATE TYPE "publication" AS ENUM ('published', 'pending', 'rejected', 'unknown');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('promised', 'waiting', 'not_rewarded');

-- CreateEnum
CREATE TYPE "coupon_state" AS ENUM ('draft', 'active', 'paused', 'deleted');

-- CreateEnum
CREATE TYPE "coupon_trigger" AS ENUM ('review', 'photo_review', 'shared_review', 'answer', 'profile_view', 'order');

-- CreateEnum
CREATE TYPE "code_type" AS ENUM ('static', 'dynamic');

-- CreateEnum
CREATE TYPE "pool_state" AS ENUM ('importing', 'open', 'closed', 'abandoned');

-- CreateEnum
CREATE TYPE "reward_state" AS ENUM ('awaiting_publication', 'promised', 'waiting_for_code', 'sending', 'sent', 'failed', 'parked', 'ended');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('thank_you');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('waiting', 'sent', 'failed', 'delivery_unknown');

-- CreateTable
CREATE TABLE "shop" (
    "id" SERIAL NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "identity_key" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "hold_seconds" INTEGER NOT NULL,
    "thank_you_email_since" TIMESTAMPTZ(3),
    "verified_buyers_only" BOOLEAN NOT NULL DEFAULT false,
    "wait_for_publication" BOOLEAN NOT NULL DEFAULT false,
    "order_audience" "order_audience" NOT NULL DEFAULT 'everyone',
    "setup_guide_closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopify_session" (
    "id" TEXT NOT NULL,
    "shop_domain" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "access_token" TEXT NOT NULL,
    "refresh_token" TEXT,
    "refresh_token_expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "shopify_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopify_token_lease" (
    "shop_domain" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shopify_token_lease_pkey" PRIMARY KEY ("shop_domain")
);

-- CreateTable
CREATE TABLE "blocked_address" (
    "shop_id" INTEGER NOT NULL,
    "kind" "blocked_kind" NOT NULL,
    "keyed_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blocked_address_pkey" PRIMARY KEY ("shop_id","kind","keyed_hash")
);

-- CreateTable
CREATE TABLE "source_connection" (
    "shop_id" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "secret" TEXT,
    "previous_secret" TEXT,
    "previous_secret_until" TIMESTAMPTZ(3),
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "last_refused_at" TIMESTAMPTZ(3),
    "last_received_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_connection_pkey" PRIMARY KEY ("shop_id","source")
);

-- CreateTable
CREATE TABLE "inbox_delivery" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "source" "source" NOT NULL,
    "topic" TEXT NOT NULL,
    "delivery_key" TEXT NOT NULL,
    "event_id" TEXT,
    "body" BYTEA NOT NULL,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "state" "inbox_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "engagement_id" UUID,

    CONSTRAINT "inbox_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopper" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shopper_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "shopper_identity" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "shopper_id" UUID NOT NULL,
    "kind" "identity_kind" NOT NULL,
    "keyed_hash" TEXT NOT NULL,
    "domain_hash" TEXT,
    "value" TEXT,
    "name" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shopper_identity_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "engagement" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" "engagement_kind" NOT NULL,
    "fact_key" TEXT NOT NULL,
    "shopper_id" UUID,
    "recipient_id" UUID,
    "merged_into_id" UUID,
    "parent_key" TEXT,
    "rating" INTEGER,
    "media_count" INTEGER NOT NULL DEFAULT 0,
    "attached_media_count" INTEGER NOT NULL DEFAULT 0,
    "media_since" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),
    "verification" "verification" NOT NULL DEFAULT 'unknown',
    "publication" "publication" NOT NULL DEFAULT 'unknown',
    "accepts_marketing" BOOLEAN,
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "is_imported" BOOLEAN NOT NULL DEFAULT false,
    "withdrawn_at" TIMESTAMPTZ(3),
    "product_id" TEXT,
    "product_title" TEXT,
    "order_name" TEXT,
    "engaged_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "engagement_alias" (
    "shop_id" INTEGER NOT NULL,
    "alias_key" TEXT NOT NULL,
    "engagement_id" UUID NOT NULL,
    "sequence" BIGINT,
    "state_at" TIMESTAMPTZ(3) NOT NULL,
    "engaged_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "engagement_alias_pkey" PRIMARY KEY ("shop_id","alias_key")
);

-- CreateTable
CREATE TABLE "engagement_decision" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "decision_outcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "coupons" JSONB NOT NULL,

    CONSTRAINT "engagement_decision_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "coupon" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "state" "coupon_state" NOT NULL DEFAULT 'draft',
    "trigger" "coupon_trigger" NOT NULL,
    "description" TEXT NOT NULL,
    "delay_seconds" INTEGER NOT NULL DEFAULT 0,
    "limit_per_shopper" INTEGER NOT NULL DEFAULT 1,
    "budget" INTEGER,
    "budget_used" INTEGER NOT NULL DEFAULT 0,
    "code_type" "code_type" NOT NULL,
    "static_code" TEXT,
    "expires_on" DATE,
    "also_after_smaller" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "coupon_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "code_pool" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "pool_state" NOT NULL DEFAULT 'importing',
    "size" INTEGER NOT NULL DEFAULT 0,
    "next_position" INTEGER NOT NULL DEFAULT 1,
    "file_name" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_pool_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "code" (
    "shop_id" INTEGER NOT NULL,
    "pool_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,

    CONSTRAINT "code_pkey" PRIMARY KEY ("pool_id","position","shop_id")
);

-- CreateTable
CREATE TABLE "thank_you_email" (
    "shop_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "html_template" TEXT NOT NULL,
    "text_template" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thank_you_email_pkey" PRIMARY KEY ("shop_id","version")
);

-- CreateTable
CREATE TABLE "reward" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "shopper_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "state" "reward_state" NOT NULL,
    "slot" INTEGER NOT NULL,
    "is_extra" BOOLEAN NOT NULL DEFAULT false,
    "send_at" TIMESTAMPTZ(3),
    "description" TEXT NOT NULL,
    "expires_on" DATE,
    "pool_id" UUID,
    "position" INTEGER,
    "static_code" TEXT,
    "reason" TEXT,
    "promised_at" TIMESTAMPTZ(3) NOT NULL,
    "code_taken_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reward_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "reward_id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'waiting',
    "sender_name" TEXT NOT NULL,
    "recipient" TEXT,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "first_tried_at" TIMESTAMPTZ(3),
    "transport" TEXT,
    "provider_id" TEXT,
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shop_domain_key" ON "shop"("domain");

-- CreateIndex
CREATE INDEX "shopify_session_shop_domain_idx" ON "shopify_session"("shop_domain");

-- CreateIndex
CREATE UNIQUE INDEX "source_connection_token_hash_key" ON "source_connection"("token_hash");

-- CreateIndex
CREATE INDEX "inbox_delivery_waiting" ON "inbox_delivery"("next_try_at", "id") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "inbox_delivery_waiting_by_shop" ON "inbox_delivery"("shop_id", "id") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "inbox_delivery_problem" ON "inbox_delivery"("shop_id", "received_at") WHERE (state = 'unreadable' or state = 'failed');

-- CreateIndex
CREATE UNIQUE INDEX "inbox_delivery_shop_id_source_topic_delivery_key_key" ON "inbox_delivery"("shop_id", "source", "topic", "delivery_key");

-- CreateIndex
CREATE INDEX "shopper_identity_shop_id_shopper_id_idx" ON "shopper_identity"("shop_id", "shopper_id");

-- CreateIndex
CREATE UNIQUE INDEX "shopper_identity_shop_id_kind_keyed_hash_key" ON "shopper_identity"("shop_id", "kind", "keyed_hash");

-- CreateIndex
CREATE INDEX "engagement_shop_id_parent_key_idx" ON "engagement"("shop_id", "parent_key") WHERE (parent_key is not null);

-- CreateIndex
CREATE INDEX "engagement_shop_id_received_at_id_idx" ON "engagement"("shop_id", "received_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "engagement_shop_id_fact_key_key" ON "engagement"("shop_id", "fact_key");

-- CreateIndex
CREATE INDEX "engagement_alias_shop_id_engagement_id_idx" ON "engagement_alias"("shop_id", "engagement_id");

-- CreateIndex
CREATE INDEX "engagement_decision_shop_id_engagement_id_decided_at_idx" ON "engagement_decision"("shop_id", "engagement_id", "decided_at");

-- CreateIndex
CREATE INDEX "engagement_decision_shop_id_decided_at_id_idx" ON "engagement_decision"("shop_id", "decided_at" DESC, "id");

-- CreateIndex
CREATE INDEX "coupon_shop_id_state_created_at_idx" ON "coupon"("shop_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "code_pool_shop_id_coupon_id_number_key" ON "code_pool"("shop_id", "coupon_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "code_shop_id_code_key_key" ON "code"("shop_id", "code_key");

-- CreateIndex
CREATE INDEX "reward_due" ON "reward"("send_at") WHERE (state = 'promised');

-- CreateIndex
CREATE INDEX "reward_waiting_for_code" ON "reward"("shop_id", "coupon_id") WHERE (state = 'waiting_for_code');

-- CreateIndex
CREATE INDEX "reward_shop_id_coupon_id_state_send_at_idx" ON "reward"("shop_id", "coupon_id", "state", "send_at");

-- CreateIndex
CREATE INDEX "reward_shop_id_code_taken_at_id_idx" ON "reward"("shop_id", "code_taken_at" DESC, "id");

-- CreateIndex
CREATE INDEX "reward_shop_id_shopper_id_idx" ON "reward"("shop_id", "shopper_id");

-- CreateIndex
CREATE UNIQUE INDEX "reward_shop_id_pool_id_position_key" ON "reward"("shop_id", "pool_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "reward_once_per_fact_and_coupon" ON "reward"("shop_id", "engagement_id", "coupon_id") WHERE (state <> 'ended');

-- CreateIndex
CREATE UNIQUE INDEX "reward_once_per_fact" ON "reward"("shop_id", "engagement_id") WHERE (state <> 'ended' and not is_extra);

-- CreateIndex
CREATE UNIQUE INDEX "reward_slot" ON "reward"("shop_id", "coupon_id", "shopper_id", "slot") WHERE (state <> 'ended');

-- CreateIndex
CREATE INDEX "message_due" ON "message"("next_try_at") WHERE (state = 'waiting');

-- CreateIndex
CREATE UNIQUE INDEX "message_shop_id_reward_id_kind_number_key" ON "message"("shop_id", "reward_id", "kind", "number");

-- AddForeignKey
ALTER TABLE "blocked_address" ADD CONSTRAINT "blocked_address_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_connection" ADD CONSTRAINT "source_connection_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_delivery" ADD CONSTRAINT "inbox_delivery_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shopper" ADD CONSTRAINT "shopper_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shopper_identity" ADD CONSTRAINT "shopper_identity_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shopper_identity" ADD CONSTRAINT "shopper_identity_shop_id_shopper_id_fkey" FOREIGN KEY ("shop_id", "shopper_id") REFERENCES "shopper"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_shop_id_shopper_id_fkey" FOREIGN KEY ("shop_id", "shopper_id") REFERENCES "shopper"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_shop_id_recipient_id_fkey" FOREIGN KEY ("shop_id", "recipient_id") REFERENCES "shopper_identity"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_alias" ADD CONSTRAINT "engagement_alias_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_alias" ADD CONSTRAINT "engagement_alias_shop_id_engagement_id_fkey" FOREIGN KEY ("shop_id", "engagement_id") REFERENCES "engagement"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_decision" ADD CONSTRAINT "engagement_decision_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_decision" ADD CONSTRAINT "engagement_decision_shop_id_engagement_id_fkey" FOREIGN KEY ("shop_id", "engagement_id") REFERENCES "engagement"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_pool" ADD CONSTRAINT "code_pool_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_pool" ADD CONSTRAINT "code_pool_shop_id_coupon_id_fkey" FOREIGN KEY ("shop_id", "coupon_id") REFERENCES "coupon"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code" ADD CONSTRAINT "code_shop_id_pool_id_fkey" FOREIGN KEY ("shop_id", "pool_id") REFERENCES "code_pool"("shop_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thank_you_email" ADD CONSTRAINT "thank_you_email_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_engagement_id_fkey" FOREIGN KEY ("shop_id", "engagement_id") REFERENCES "engagement"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_coupon_id_fkey" FOREIGN KEY ("shop_id", "coupon_id") REFERENCES "coupon"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_shopper_id_fkey" FOREIGN KEY ("shop_id", "shopper_id") REFERENCES "shopper"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_recipient_id_fkey" FOREIGN KEY ("shop_id", "recipient_id") REFERENCES "shopper_identity"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_pool_id_fkey" FOREIGN KEY ("shop_id", "pool_id") REFERENCES "code_pool"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_pool_id_position_fkey" FOREIGN KEY ("shop_id", "pool_id", "position") REFERENCES "code"("shop_id", "pool_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_shop_id_reward_id_fkey" FOREIGN KEY ("shop_id", "reward_id") REFERENCES "reward"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say. Facts that no code above may break.
ALTER TABLE "reward" ADD CONSTRAINT "reward_one_kind_of_code"
  CHECK (num_nulls("pool_id", "position") IN (0, 2) AND ("pool_id" IS NULL OR "static_code" IS NULL));
ALTER TABLE "reward" ADD CONSTRAINT "reward_code_exactly_when_taken"
  CHECK (("code_taken_at" IS NOT NULL) = ("pool_id" IS NOT NULL OR "static_code" IS NOT NULL));
ALTER TABLE "reward" ADD CONSTRAINT "reward_no_code_while_promised"
  CHECK ("state" NOT IN ('awaiting_publication', 'promised', 'waiting_for_code', 'ended') OR "code_taken_at" IS NULL);
ALTER TABLE "reward" ADD CONSTRAINT "reward_code_once_under_way"
  CHECK ("state" NOT IN ('sending', 'sent', 'failed', 'parked') OR "code_taken_at" IS NOT NULL);
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_budget_kept"
  CHECK ("budget_used" >= 0 AND ("budget" IS NULL OR "budget_used" <= "budget"));
ALTER TABLE "coupon" ADD CONSTRAINT "coupon_ready_while_live"
  CHECK ("state" IN ('draft', 'deleted') OR ("activated_at" IS NOT NULL AND length("description") BETWEEN 1 AND 255
    AND ("code_type" = 'dynamic' OR "static_code" IS NOT NULL)));
ALTER TABLE "code_pool" ADD CONSTRAINT "code_pool_position_in_range"
  CHECK ("next_position" BETWEEN 1 AND "size" + 1);
ALTER TABLE "shop" ADD CONSTRAINT "shop_hold_at_most_7_days" CHECK ("hold_seconds" BETWEEN 0 AND 604800);
