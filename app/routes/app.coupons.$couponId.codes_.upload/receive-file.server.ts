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
 * Resolves with what `use` makes of it, null when there is no file. Rejects with a Response with 400 when the upload breaks
 * off or is no multipart body, else with what `use` throws.
 */
export function receiveFile<T>(request: Request, use: (file: UploadedFile) => Promise<T>): Promise<T | null> {
  const { body } = request;
  if (!body || !request.headers.get("content-type")?.startsWith("multipart/form-data")) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const refuse = () =>
      reject(new Response("The upload is not complete. Please upload the file again.", { status: 400 }));
    const parser = openParser(request);
    if (!parser) return refuse();
    let isFound = false;
    parser.on("file", (_field, bytes, { filename }) => {
      isFound = true;
      bytes.once("error", refuse);
      use({ fileName: filename ?? "codes.csv", bytes }).then(resolve, reject);
    });
    parser.on("finish", () => {
      if (!isFound) resolve(null);
    });
    pipeline(Readable.fromWeb(body as ReadableStream), parser).catch(refuse);
  });
}

/** Null where the headers do not say how the parts are told apart. */
function openParser(request: Request): busboy.Busboy | null {
  try {
    return busboy({ headers: Object.fromEntries(request.headers), limits: { files: 1 }, defParamCharset: "utf8" });
  } catch {
    return null;
  }
}
