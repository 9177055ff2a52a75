-- Prisma's script, with the reward's foreign key taken away and put back around it, as it needs the primary key.
ALTER TABLE "reward" DROP CONSTRAINT "reward_shop_id_pool_id_position_fkey";

-- DropForeignKey
ALTER TABLE "code" DROP CONSTRAINT "code_shop_id_fkey";

-- DropForeignKey
ALTER TABLE "code" DROP CONSTRAINT "code_shop_id_pool_id_fkey";

-- AlterTable
ALTER TABLE "code" DROP CONSTRAINT "code_pkey",
ADD CONSTRAINT "code_pkey" PRIMARY KEY ("pool_id", "position", "shop_id");

-- AddForeignKey
ALTER TABLE "code" ADD CONSTRAINT "code_shop_id_pool_id_fkey" FOREIGN KEY ("shop_id", "pool_id") REFERENCES "code_pool"("shop_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_shop_id_pool_id_position_fkey" FOREIGN KEY ("shop_id", "pool_id", "position") REFERENCES "code"("shop_id", "pool_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;
