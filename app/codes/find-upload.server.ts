import type { Database } from "~/platform/database.server";
import { isId } from "~/platform/ids";

/** An upload of this shop by its id, with its file's name; null when the shop has no such upload. */
export async function findUpload(
  db: Database,
  { shopId, uploadId }: { shopId: number; uploadId: string },
): Promise<{ id: string; fileName: string } | null> {
  if (!isId(uploadId)) return null;
  return db.codePool.findFirst({ where: { shopId, id: uploadId }, select: { id: true, fileName: true } });
}
