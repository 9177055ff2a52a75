/** The program and arguments that run npm: the very npm that started us, or the one on PATH. */
export function npm(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith("npm-cli.js")) return { program: process.execPath, args: [own, ...args] };
  return { program: process.platform === "win32" ? "npm.cmd" : "npm", args };
}
