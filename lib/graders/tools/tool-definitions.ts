import { isTooDeep } from "../json/json-depth.ts";
import { compileJsonSchema, JsonSchemaError, type SchemaVerdict } from "../json/json-schema-check.ts";
import { isPlainObject } from "../json/leaf-fields.ts";

/** What checks the arguments of each tool, by its name. */
export type ToolChecks = ReadonlyMap<string, (value: unknown) => SchemaVerdict>;

const MAX_TOOLS = 200;
const MAX_CHARS = 500_000;

/** A list of tools that cannot be used, in words for whoever wrote it. */
export class ToolDefinitionError extends Error {
  override readonly name = "ToolDefinitionError";
}

/**
 * Compiles the argument schemas of tools as providers are given them: a list of `{name, parameters}` (or `input_schema`, `inputSchema`),
 * also inside `function`. A tool without a schema takes any arguments. Throws `ToolDefinitionError`.
 */
export function compileTools(tools: unknown): ToolChecks {
  if (!Array.isArray(tools)) throw new ToolDefinitionError("Enter a JSON list of tools.");
  if (tools.length > MAX_TOOLS) throw new ToolDefinitionError(`At most ${MAX_TOOLS} tools.`);
  if (isTooDeep(tools) || JSON.stringify(tools).length > MAX_CHARS)
    throw new ToolDefinitionError("The definitions of the tools are too large: at most 500,000 characters.");
  const checks = new Map<string, (value: unknown) => SchemaVerdict>();
  for (const [index, tool] of tools.entries()) {
    const definition: unknown = isPlainObject(tool) && isPlainObject(tool.function) ? tool.function : tool;
    if (!isPlainObject(definition) || typeof definition.name !== "string" || definition.name === "")
      throw new ToolDefinitionError(`Tool ${index + 1} has no name.`);
    const { name } = definition;
    if (checks.has(name)) throw new ToolDefinitionError(`Two tools have the name “${name.slice(0, 60)}”.`);
    const schema = definition.parameters ?? definition.input_schema ?? definition.inputSchema ?? {};
    checks.set(name, compileSchema(name, schema));
  }
  return checks;
}

function compileSchema(name: string, schema: unknown): (value: unknown) => SchemaVerdict {
  if (!isPlainObject(schema))
    throw new ToolDefinitionError(`The schema of the tool “${name.slice(0, 60)}” is not a JSON object.`);
  try {
    return compileJsonSchema(schema);
  } catch (error) {
    if (error instanceof JsonSchemaError)
      throw new ToolDefinitionError(`The tool “${name.slice(0, 60)}” cannot be used. ${error.message}`);
    throw error;
  }
}
