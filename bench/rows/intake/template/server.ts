import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";

/** Serves the built template as remix-serve does, without its log of requests. */
const build: ServerBuild = await import(
  new URL("../../../../build/bench-template/server/index.js", import.meta.url).href
);

const web = express();
web.disable("x-powered-by");
web.use(compression());
web.all("*", createRequestHandler({ build, mode: "production" }));
const server = web.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ msg: "listening", address: server.address() }));
});
