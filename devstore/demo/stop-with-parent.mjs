// Loaded into the app before anything else: when the demo that started it is gone, however it ended, the app stops too.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
