/** Resolves to the exit code 0 on Ctrl-C, on a request to end, or when the process that started this one is gone. */
export async function untilAskedToStop(): Promise<number> {
  return await new Promise((resolve) => {
    const stop = () => resolve(0);
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    process.once("SIGHUP", stop);
    if (process.channel) process.once("disconnect", stop);
  });
}
