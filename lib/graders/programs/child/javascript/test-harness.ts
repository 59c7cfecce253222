/**
 * The value of this script is `async (suite) => void`. It registers each `test(name, fn)` with the host, then runs them one after
 * the other and reports each. Everything it uses is taken before the answer's code can change it. `module` and `exports` are there for
 * answers that are written for Node; what they export can be used by its name.
 */
export const testHarness = `(() => {
  const register = globalThis.register;
  const report = globalThis.report;
  delete globalThis.register;
  delete globalThis.report;
  const MakeError = Error;
  const toText = String;
  const { is, keys, create, defineProperty, hasOwn } = Object;
  const isList = Array.isArray;
  const stringify = JSON.stringify;
  const { apply } = Reflect;
  const getTime = Date.prototype.getTime;
  const mapEach = Map.prototype.forEach;
  const setEach = Set.prototype.forEach;
  // What an asynchronous test waits for is not for the answer to decide.
  Object.freeze(Promise.prototype);
  Object.freeze(Promise);
  const moduleOfAnswer = { exports: {} };
  globalThis.module = moduleOfAnswer;
  globalThis.exports = moduleOfAnswer.exports;

  const show = (value) => {
    try {
      if (typeof value === "function") return "a function";
      if (typeof value === "bigint") return toText(value) + "n";
      if (typeof value === "number") return is(value, -0) ? "-0" : toText(value);
      const text = stringify(value);
      return text === undefined ? toText(value) : text;
    } catch {
      return "a value that cannot be shown";
    }
  };

  const nothing = () => {};
  /** Whether a value is a date, a map or a set; instanceof believes what the answer says. */
  const takes = (method, value) => {
    try {
      apply(method, value, [nothing]);
      return true;
    } catch {
      return false;
    }
  };

  /** Entries in their order; of a set each value with itself. */
  const listOf = (each, collection) => {
    const list = [];
    let length = 0;
    apply(each, collection, [(value, key) => {
      defineProperty(list, length, { value: key, enumerable: true });
      defineProperty(list, length + 1, { value, enumerable: true });
      length += 2;
    }]);
    return list;
  };

  const equal = (a, b, depth) => {
    if (is(a, b)) return true;
    if (typeof a === "number" && typeof b === "number") return a === b;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (depth > 200) throw new MakeError("the values are nested too deeply to compare");
    if (isList(a) !== isList(b)) return false;
    if (takes(getTime, a)) return takes(getTime, b) && is(apply(getTime, a, []), apply(getTime, b, []));
    if (takes(mapEach, a)) return takes(mapEach, b) && equal(listOf(mapEach, a), listOf(mapEach, b), depth + 1);
    if (takes(setEach, a)) return takes(setEach, b) && equal(listOf(setEach, a), listOf(setEach, b), depth + 1);
    const names = keys(a);
    if (names.length !== keys(b).length) return false;
    for (let index = 0; index < names.length; index++) {
      const name = names[index];
      if (!hasOwn(b, name) || !equal(a[name], b[name], depth + 1)) return false;
    }
    return true;
  };

  const fail = (message) => { throw new MakeError(message); };
  const assert = (condition, message) => {
    if (!condition) fail(message === undefined ? "an assertion is not true" : toText(message));
  };
  const assertEqual = (actual, expected, message) => {
    if (equal(actual, expected, 0)) return;
    const difference = "expected " + show(expected) + " and got " + show(actual);
    fail(message === undefined ? difference : toText(message) + ": " + difference);
  };
  const assertThrows = (fn, message) => {
    try { fn(); } catch { return; }
    fail(message === undefined ? "expected an error, and nothing was thrown" : toText(message));
  };

  const messageOf = (error) => {
    try {
      if (typeof error !== "object" || error === null) return "threw " + show(error);
      const name = toText(error.name);
      return name === "Error" ? toText(error.message) : name + ": " + toText(error.message);
    } catch {
      return "threw a value that cannot be shown";
    }
  };

  return async (suite) => {
    const exported = moduleOfAnswer.exports;
    if (typeof exported === "object" && exported !== null) {
      const names = keys(exported);
      for (let index = 0; index < names.length; index++) {
        const name = names[index];
        if (!hasOwn(globalThis, name)) globalThis[name] = exported[name];
      }
    } else if (typeof exported === "function" && exported.name !== "" && !hasOwn(globalThis, exported.name)) {
      globalThis[exported.name] = exported;
    }
    const tests = create(null);
    let count = 0;
    const test = (name, fn) => {
      if (typeof fn !== "function") fail("test(name, fn) needs a function");
      register(toText(name));
      defineProperty(tests, count, { value: fn });
      count += 1;
    };
    await suite(test, assert, assertEqual, assertThrows);
    for (let index = 0; index < count; index++) {
      try {
        await (0, tests[index])();
        report(toText(index), "true", "");
      } catch (error) {
        report(toText(index), "false", messageOf(error));
      }
    }
  };
})()`;
