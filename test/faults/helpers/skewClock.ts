const RealDate = Date;

/** Sets the wall clock of this process ahead (or back) until the returned function is called. Timers don't notice. */
export function skewClock(milliseconds: number): () => void {
  const now = () => RealDate.now() + milliseconds;
  globalThis.Date = new Proxy(RealDate, {
    construct: (real, given, target) =>
      Reflect.construct(real, given.length === 0 ? [now()] : given, target) as Date,
    get: (real, key) => (key === "now" ? now : (Reflect.get(real, key) as unknown)),
  });
  return () => {
    globalThis.Date = RealDate;
  };
}
