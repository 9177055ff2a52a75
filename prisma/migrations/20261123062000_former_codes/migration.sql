-- AlterTable
ALTER TABLE "coupon" ADD COLUMN     "former_codes" TEXT[] DEFAULT ARRAY[]::TEXT[];
