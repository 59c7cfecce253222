"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import {
  type ArchiveConnectionInput,
  archiveConnection,
} from "#lib/models/connections/archive-connection.ts";
import type {
  CreateConnectionInput,
  TestConnectionInput,
  UpdateConnectionInput,
} from "#lib/models/connections/connection-schema.ts";
import { createConnection } from "#lib/models/connections/create-connection.ts";
import { type ListServerModelsInput, listServerModels } from "#lib/models/connections/list-server-models.ts";
import {
  type RestoreConnectionInput,
  restoreConnection,
} from "#lib/models/connections/restore-connection.ts";
import { testConnection } from "#lib/models/connections/test-connection.ts";
import { updateConnection } from "#lib/models/connections/update-connection.ts";

export const createConnectionAction = async (input: CreateConnectionInput) =>
  runAction(async (ctx) => {
    const value = await createConnection(ctx, input);
    revalidatePath("/models", "layout");
    return value;
  });

export const updateConnectionAction = async (input: UpdateConnectionInput) =>
  runAction(async (ctx) => {
    const value = await updateConnection(ctx, input);
    revalidatePath("/models", "layout");
    return value;
  });

export const archiveConnectionAction = async (input: ArchiveConnectionInput) =>
  runAction(async (ctx) => {
    await archiveConnection(ctx, input);
    revalidatePath("/models", "layout");
  });

export const restoreConnectionAction = async (input: RestoreConnectionInput) =>
  runAction(async (ctx) => {
    await restoreConnection(ctx, input);
    revalidatePath("/models", "layout");
  });

export const testConnectionAction = async (input: TestConnectionInput) =>
  runAction((ctx) => testConnection(ctx, input));

export const listServerModelsAction = async (input: ListServerModelsInput) =>
  runAction((ctx) => listServerModels(ctx, input));
