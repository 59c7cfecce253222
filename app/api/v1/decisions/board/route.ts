import { runRoute } from "#app/_server/run-route.ts";
import { weighModels } from "#lib/decisions/board/weigh-models.ts";
import { readQuestionParams } from "#lib/decisions/question/question-params.ts";
import { readQuestion } from "#lib/decisions/question/read-question.ts";
import { AppError } from "#lib/errors/app-error.ts";

/** The models weighed against a bar, asked as the address of the page asks it: ?dataset=&runs=&floor=&p95=&cost=… */
export async function GET(request: Request) {
  return await runRoute(request, async (ctx) => {
    const { question, problems } = readQuestion(readQuestionParams(new URL(request.url).searchParams));
    const [problem] = Object.entries(problems);
    if (problem !== undefined) throw new AppError("invalid", `${problem[0]}: ${problem[1]}`, problems);
    if (question === null) {
      throw new AppError("invalid", "Name the dataset: ?dataset=<its id>.", {
        dataset: "This is not an id.",
      });
    }
    const board = await weighModels(ctx, question);
    return Response.json(board, { headers: { "cache-control": "no-store" } });
  });
}
