import { createHash } from "node:crypto";
import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";

type Vector = Float32Array<ArrayBuffer>;
export type StoredVector = { hash: Buffer; vector: Vector };
type Place = { connectionId: string; model: string };

/** SHA-256 of the address that embeds and the text: a connection that is pointed elsewhere starts anew. */
export function textHash(baseUrl: string, text: string): Buffer {
  return createHash("sha256").update(`${baseUrl}\n`).update(text).digest();
}

/** The stored vectors of these texts, by their hash in hex. */
export async function findEmbeddings(
  ctx: Context,
  { connectionId, model }: Place,
  hashes: readonly Buffer[],
): Promise<Map<string, Vector>> {
  const { rows } = await pool().query<{ hash: Buffer; vector: Buffer }>({
    name: "find-embeddings",
    text: `
      select text_hash as hash, vector from cached_embedding
      where workspace_id = $1 and connection_id = $2 and model = $3 and text_hash = any($4::bytea[])`,
    values: [ctx.workspaceId, connectionId, model, hashes],
  });
  return new Map(rows.map(({ hash, vector }) => [hash.toString("hex"), readVector(vector)]));
}

export async function keepEmbeddings(
  ctx: Context,
  { connectionId, model }: Place,
  vectors: readonly StoredVector[],
): Promise<void> {
  await pool().query({
    name: "keep-embeddings",
    text: `
      insert into cached_embedding (workspace_id, connection_id, model, text_hash, vector)
      select $1, $2, $3, * from unnest($4::bytea[], $5::bytea[])
      on conflict do nothing`,
    values: [
      ctx.workspaceId,
      connectionId,
      model,
      vectors.map(({ hash }) => hash),
      vectors.map(({ vector }) => writeVector(vector)),
    ],
  });
}

function writeVector(vector: Vector): Buffer {
  const bytes = Buffer.alloc(vector.length * Float32Array.BYTES_PER_ELEMENT);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes;
}

function readVector(bytes: Buffer): Vector {
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
