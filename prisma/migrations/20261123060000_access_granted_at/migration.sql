ALTER TABLE "shop" RENAME COLUMN "installed_at" TO "granted_at";
