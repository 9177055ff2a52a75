-- AlterTable
ALTER TABLE "message" ADD COLUMN     "reply_to" TEXT;
