/** A package of another project, measured beside ours and no dependency of it; null, with a line that says so, when it is not there. */
export async function peer<Module>(name: string, read: (module: unknown) => Module): Promise<Module | null> {
  try {
    return read(await import(name));
  } catch {
    console.log(`${name} is not installed. To see it here: npm install --no-save --ignore-scripts ${name}`);
    return null;
  }
}

/** The function of a module under a name, or as its default export. */
export function functionOf(module: unknown, name: string): (...inputs: unknown[]) => unknown {
  const found =
    Reflect.get(Object(module), name) ?? Reflect.get(Object(Reflect.get(Object(module), "default")), name);
  const whole = Reflect.get(Object(module), "default");
  if (typeof found === "function") return (...inputs) => Reflect.apply(found, undefined, inputs);
  if (typeof whole === "function") return (...inputs) => Reflect.apply(whole, undefined, inputs);
  throw new Error(`There is no function ${name}.`);
}
