// Loaded before a worker: its wall clock is set an hour forward or back every second, as by a virtual machine that was asleep.
const RealDate = Date;
const realNow = Date.now;
let shiftMs = 0;
setInterval(() => {
  shiftMs = shiftMs > 0 ? -3_600_000 : 3_600_000;
}, 1_000).unref();
Date.now = () => realNow() + shiftMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => (args.length === 0 ? new target(Date.now()) : new target(...args)),
});
