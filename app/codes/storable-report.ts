import type { Prisma } from "~/platform/generated/client";
import type { ImportReport } from "./import-report";
import { storableText } from "./storable-text";

/** A report as PostgreSQL can store it: it quotes the file in more places than one, rejected lines and names of columns. */
export function storableReport(report: ImportReport): Prisma.InputJsonObject {
  return JSON.parse(storableJson(report)) as Prisma.InputJsonObject;
}

/** The same as JSON text, for a statement of its own. */
export function storableJson(report: ImportReport): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === "string" ? storableText(value) : value));
}
