-- AlterTable
ALTER TABLE "code_pool" DROP COLUMN "next_position";

-- Its check went with it, and held this as well.
ALTER TABLE "code_pool" ADD CONSTRAINT "code_pool_size_not_negative" CHECK ("size" >= 0);
