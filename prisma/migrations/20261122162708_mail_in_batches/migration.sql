-- CreateEnum
CREATE TYPE "mail_batch_state" AS ENUM ('waiting', 'settled');

-- Mails that were tried under the key of a single message cannot be tried again under a batch's key without risking a second
-- mail: a person decides about the few that are in hand while this runs.
UPDATE "reward" r SET "state" = 'parked', "reason" = 'delivery_unknown', "settled_at" = now()
FROM "message" m
WHERE m."shop_id" = r."shop_id" AND m."reward_id" = r."id" AND m."state" = 'waiting' AND m."attempts" > 0 AND r."state" = 'sending';
UPDATE "message" SET "state" = 'delivery_unknown', "reason" = 'delivery_unknown', "settled_at" = now(),
  "subject" = NULL, "html" = NULL, "text" = NULL
WHERE "state" = 'waiting' AND "attempts" > 0;

-- DropIndex
DROP INDEX "message_due";

-- AlterTable
ALTER TABLE "message" DROP COLUMN "attempts",
DROP COLUMN "first_tried_at",
DROP COLUMN "lease_until",
DROP COLUMN "next_try_at",
DROP COLUMN "transport",
ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "batch_position" INTEGER;

-- CreateTable
CREATE TABLE "mail_batch" (
    "id" UUID NOT NULL,
    "transport" TEXT NOT NULL,
    "sender_address" TEXT NOT NULL,
    "state" "mail_batch_state" NOT NULL DEFAULT 'waiting',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "first_tried_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "mail_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_pace" (
    "transport" TEXT NOT NULL,
    "calls_per_second" DOUBLE PRECISION NOT NULL,
    "next_call_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_pace_pkey" PRIMARY KEY ("transport")
);

-- CreateIndex
CREATE INDEX "mail_batch_due" ON "mail_batch"("next_try_at") WHERE (state = 'waiting');

-- CreateIndex
CREATE INDEX "message_without_batch" ON "message"("created_at") WHERE (state = 'waiting' and batch_id is null);

-- CreateIndex
CREATE UNIQUE INDEX "message_batch_id_batch_position_key" ON "message"("batch_id", "batch_position");

-- CreateIndex
CREATE INDEX "reward_due_by_shop" ON "reward"("shop_id", "send_at", "id") WHERE (state = 'promised');

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "mail_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "message" ADD CONSTRAINT "message_place_in_batch" CHECK (num_nulls("batch_id", "batch_position") IN (0, 2));
ALTER TABLE "mail_batch" ADD CONSTRAINT "mail_batch_lease_has_holder" CHECK (num_nulls("holder", "lease_until") IN (0, 2));
ALTER TABLE "mail_pace" ADD CONSTRAINT "mail_pace_positive" CHECK ("calls_per_second" > 0);
