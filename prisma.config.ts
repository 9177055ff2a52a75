import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Only the Prisma CLI reads this; the app takes its database from app/platform/env.ts.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/laurel" },
});
