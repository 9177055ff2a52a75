/** Bytes of an upload, cut off where they become too many. */
export interface LimitedUpload {
  bytes: AsyncIterator<Uint8Array>;
  /** True once more than the limit has come. */
  isTooLarge(): boolean;
  /** Reads what is left, up to the limit, so that the sender can be answered instead of cut off. */
  drain(): Promise<void>;
}

/** Counts the bytes of an upload; at the first one over `limit` they end, and the source is closed. */
export function limitUpload(source: AsyncIterable<Uint8Array>, limit: number): LimitedUpload {
  const iterator = source[Symbol.asyncIterator]();
  let length = 0;
  const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    if (length > limit) return { done: true, value: undefined };
    const piece = await iterator.next();
    if (piece.done) return { done: true, value: undefined };
    length += piece.value.length;
    if (length <= limit) return { done: false, value: piece.value };
    await iterator.return?.();
    return { done: true, value: undefined };
  };
  const drain = async () => {
    while (!(await next()).done);
  };
  return { bytes: { next }, isTooLarge: () => length > limit, drain };
}
