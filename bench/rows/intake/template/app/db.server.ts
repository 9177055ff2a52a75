import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "~/platform/generated/client";

const { DATABASE_URL = "" } = process.env;

export const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL, max: 10 }) });

/** By domain; read once, so that the comparison is about the webhook alone. */
export const shopIds = new Map((await prisma.shop.findMany()).map(({ id, domain }) => [domain, id]));
