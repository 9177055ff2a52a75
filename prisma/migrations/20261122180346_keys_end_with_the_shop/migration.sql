-- Primary keys end with the shop, as every other index does: a list of ids of many shops is then looked up id by id, where
-- (shop, id) was priced as every shop with every id (docs/decisions/020-one-index-for-each-question.md).
-- The foreign keys that lean on them step aside meanwhile.
ALTER TABLE "shopper_identity" DROP CONSTRAINT "shopper_identity_shop_id_shopper_id_fkey";
ALTER TABLE "engagement" DROP CONSTRAINT "engagement_shop_id_shopper_id_fkey";
ALTER TABLE "engagement" DROP CONSTRAINT "engagement_shop_id_recipient_id_fkey";
ALTER TABLE "engagement_alias" DROP CONSTRAINT "engagement_alias_shop_id_engagement_id_fkey";
ALTER TABLE "engagement_decision" DROP CONSTRAINT "engagement_decision_shop_id_engagement_id_fkey";
ALTER TABLE "reward" DROP CONSTRAINT "reward_shop_id_engagement_id_fkey";
ALTER TABLE "reward" DROP CONSTRAINT "reward_shop_id_shopper_id_fkey";
ALTER TABLE "reward" DROP CONSTRAINT "reward_shop_id_recipient_id_fkey";
ALTER TABLE "message" DROP CONSTRAINT "message_shop_id_reward_id_fkey";

-- AlterTable
ALTER TABLE "engagement" DROP CONSTRAINT "engagement_pkey",
ADD CONSTRAINT "engagement_pkey" PRIMARY KEY ("id", "shop_id");

-- AlterTable
ALTER TABLE "engagement_alias" DROP CONSTRAINT "engagement_alias_pkey",
ADD CONSTRAINT "engagement_alias_pkey" PRIMARY KEY ("alias_key", "shop_id");

-- AlterTable
ALTER TABLE "engagement_decision" DROP CONSTRAINT "engagement_decision_pkey",
ADD CONSTRAINT "engagement_decision_pkey" PRIMARY KEY ("id", "shop_id");

-- AlterTable
ALTER TABLE "message" DROP CONSTRAINT "message_pkey",
ADD CONSTRAINT "message_pkey" PRIMARY KEY ("id", "shop_id");

-- AlterTable
ALTER TABLE "reward" DROP CONSTRAINT "reward_pkey",
ADD CONSTRAINT "reward_pkey" PRIMARY KEY ("id", "shop_id");

-- AlterTable
ALTER TABLE "shopper" DROP CONSTRAINT "shopper_pkey",
ADD CONSTRAINT "shopper_pkey" PRIMARY KEY ("id", "shop_id");

-- AlterTable
ALTER TABLE "shopper_identity" DROP CONSTRAINT "shopper_identity_pkey",
ADD CONSTRAINT "shopper_identity_pkey" PRIMARY KEY ("id", "shop_id");

ALTER TABLE "shopper_identity" ADD CONSTRAINT "shopper_identity_shop_id_shopper_id_fkey" FOREIGN KEY ("shop_id", "shopper_id") REFERENCES "shopper"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_shop_id_shopper_id_fkey" FOREIGN KEY ("shop_id", "shopper_id") REFERENCES "shopper"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_shop_id_recipient_id_fkey" FOREIGN KEY ("shop_id", "recipient_id") REFERENCES "shopper_identity"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "engagement_alias" ADD CONSTRAINT "engagement_alias_shop_id_engagement_id_fkey" FOREIGN KEY ("shop_id", "engagement_id") REFERENCES "engagement"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "engagement_decision" ADD CONSTRAINT "engagement_decision_shop_id_engagement_id_fkey" FOREIGN KEY ("shop_id", "engagement_id") REFERENCES "engagement"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_engagement_id_fkey" FOREIGN KEY ("shop_id", "engagement_id") REFERENCES "engagement"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_shopper_id_fkey" FOREIGN KEY ("shop_id", "shopper_id") REFERENCES "shopper"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_recipient_id_fkey" FOREIGN KEY ("shop_id", "recipient_id") REFERENCES "shopper_identity"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "message" ADD CONSTRAINT "message_shop_id_reward_id_fkey" FOREIGN KEY ("shop_id", "reward_id") REFERENCES "reward"("shop_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
