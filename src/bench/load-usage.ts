// Loaded into both apps of `bench:load` with `--import`: tells what the process has used so far, whenever it is asked.

process.on('message', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send?.({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 });
});
process.channel?.unref();
