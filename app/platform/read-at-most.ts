import { type GatheredPieces, gatherPieces } from "./gather-pieces";

/**
 * The first `limit` bytes of a stream, and whether they are all of it. What comes after them is read and let go of: a sender that is not
 * listened to until it is done does not hear the answer. Rejects where the stream breaks off before.
 */
export async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const reader = stream?.getReader();
  let gathered: GatheredPieces | null = null;
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    const piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    if (gathered) gathered.add(piece);
    else gathered = gatherPieces(piece);
    if (gathered.size <= limit) continue;
    if (reader) letGoOfRest(reader);
    return { bytes: gathered.bytes().subarray(0, limit), isWhole: false };
  }
  return { bytes: gathered?.bytes() ?? Buffer.alloc(0), isWhole: true };
}

function letGoOfRest(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const readOn = async () => {
    while (!(await reader.read()).done);
  };
  // Where the sender goes away meanwhile there is nothing left to read.
  readOn().catch(() => undefined);
}
