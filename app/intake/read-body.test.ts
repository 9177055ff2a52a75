import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { readBody } from "./read-body";

function request(headers: Record<string, string> = {}): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers }) as unknown as PassThrough & IncomingMessage;
}

describe("readBody", () => {
  it("joins the bytes as they were sent", async () => {
    const sent = request();
    const reading = readBody(sent, 10);
    sent.write(Buffer.from([0xff, 0x00]));
    sent.end(Buffer.from("{"));
    expect(await reading).toEqual({ outcome: "read", body: Buffer.from([0xff, 0x00, 0x7b]) });
  });

  it("takes exactly the limit and not a byte more", async () => {
    const exact = request();
    exact.end("12345");
    expect((await readBody(exact, 5)).outcome).toBe("read");
    const over = request();
    over.end("123456");
    expect((await readBody(over, 5)).outcome).toBe("too_large");
    expect((await readBody(request({ "content-length": "6" }), 5)).outcome).toBe("too_large");
  });

  it("gives up on a body that does not come, and notices when the sender has gone", async () => {
    expect((await readBody(request(), 5, 1)).outcome).toBe("too_slow");
    const gone = request();
    const reading = readBody(gone, 5);
    gone.destroy();
    expect((await reading).outcome).toBe("aborted");
  });
});
