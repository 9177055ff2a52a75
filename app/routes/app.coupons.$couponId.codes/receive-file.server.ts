import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";

/** A file while it is being uploaded. */
export interface UploadedFile {
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Hands the first file of a multipart request to `use` as it streams in; it is never held in memory as a whole.
 * Resolves with what `use` makes of it, null when there is no file. Rejects when the upload breaks off.
 */
export function receiveFile<T>(request: Request, use: (file: UploadedFile) => Promise<T>): Promise<T | null> {
  const { body } = request;
  if (!body || !request.headers.get("content-type")?.startsWith("multipart/form-data")) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const parser = busboy({
      headers: Object.fromEntries(request.headers),
      limits: { files: 1 },
      defParamCharset: "utf8",
    });
    let isFound = false;
    parser.on("file", (_field, bytes, { filename }) => {
      isFound = true;
      use({ fileName: filename ?? "codes.csv", bytes }).then(resolve, reject);
    });
    parser.on("finish", () => {
      if (!isFound) resolve(null);
    });
    pipeline(Readable.fromWeb(body as ReadableStream), parser).catch(reject);
  });
}
