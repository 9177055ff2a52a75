import { connect, type Socket } from "node:net";

/** Connections that are kept open between requests, each with one request at a time. */
export interface KeepAlive {
  /** Sends on a free connection, a new one where none is free, or as soon as one is. `done` gets the status, or null where the connection broke. */
  send(request: string, done: (status: number | null) => void): void;
  close(): void;
}

interface Sending {
  request: string;
  done(status: number | null): void;
}

/** Node's servers close a connection after 5 idle seconds; a request sent at that moment would be lost. */
const LONGEST_IDLE_MS = 3_000;
const CONTENT_LENGTH = /\r\ncontent-length: (\d+)\r\n/i;

/** On bare sockets: Node's HTTP client would take more of the machine than the servers that are measured. Answers have a Content-Length. */
export function keepAlive(port: number, most: number): KeepAlive {
  const free: { socket: Socket; since: number }[] = [];
  const all = new Set<Socket>();
  const busy = new Map<Socket, Sending>();
  const waiting: Sending[] = [];

  const start = (socket: Socket, sending: Sending) => {
    busy.set(socket, sending);
    socket.write(sending.request, "latin1");
  };
  const finish = (socket: Socket, status: number | null) => {
    const sending = busy.get(socket);
    busy.delete(socket);
    const next = waiting.shift();
    if (status === null) all.delete(socket);
    else if (next) start(socket, next);
    else free.push({ socket, since: performance.now() });
    if (status === null && next) open(next);
    sending?.done(status);
  };
  const open = (first: Sending) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    all.add(socket);
    let heard = "";
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      heard += text;
      if (!isWhole(heard)) return;
      const status = Number(heard.slice(9, 12));
      heard = "";
      finish(socket, status);
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      const place = free.findIndex((one) => one.socket === socket);
      if (place >= 0) free.splice(place, 1);
      finish(socket, null);
    });
    start(socket, first);
  };

  return {
    send(request, done) {
      const sending = { request, done };
      while (free[0] && performance.now() - free[0].since > LONGEST_IDLE_MS) free.shift()?.socket.destroy();
      const socket = free.pop()?.socket;
      if (socket) start(socket, sending);
      else if (all.size < most) open(sending);
      else waiting.push(sending);
    },
    close() {
      for (const socket of all) socket.destroy();
    },
  };
}

function isWhole(heard: string): boolean {
  const end = heard.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = Number(CONTENT_LENGTH.exec(heard.slice(0, end + 2))?.[1] ?? 0);
  return heard.length >= end + 4 + length;
}
