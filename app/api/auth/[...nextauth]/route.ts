import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#app/_server/auth-options.ts";

async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  return await NextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
