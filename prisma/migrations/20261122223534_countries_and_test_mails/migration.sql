-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "country" TEXT,
ADD COLUMN     "test_mails" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "test_mails_since" TIMESTAMPTZ(3);
